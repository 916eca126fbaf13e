package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutTest {
  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(Cut.to(5, "12345")).isEqualTo("12345");
  }

  @Test
  void aLongerOneEndsInAnEllipsisWithinTheLimit() {
    assertThat(Cut.to(5, "123456")).isEqualTo("1234…");
  }

  @Test
  void nothingIsCutInTwo() {
    assertThat(Cut.to(5, "123\uD83D\uDE00x")).isEqualTo("123…");
    assertThat(Cut.to(6, "12&amp;34")).isEqualTo("12…");
    assertThat(Cut.to(8, "12&amp;345")).isEqualTo("12&amp;…");
    assertThat(Cut.to(8, "12<https://x|y>")).isEqualTo("12…");
  }

  @Test
  void whatIsCutEndsWithALinkWithinTheLimit() {
    String text = "x".repeat(100);
    assertThat(Cut.to(100, text, Optional.of("https://x"))).isEqualTo(text);
    assertThat(Cut.to(40, text, Optional.of("https://x/?a&b")))
        .hasSize(40)
        .endsWith("x… <https://x/?a&amp;b|more>");
  }

  @Test
  void whatIsNoUrlIsNoLink() {
    for (String link : List.of("!channel", "https://x|y", "https://x>", "javascript:x", "", "x")) {
      assertThat(Cut.to(10, "x".repeat(11), Optional.of(link))).isEqualTo("xxxxxxxxx…");
    }
    String tooLong = "https://" + "x".repeat(2_000);
    assertThat(Cut.to(10, "x".repeat(11), Optional.of(tooLong))).isEqualTo("xxxxxxxxx…");
  }
}
