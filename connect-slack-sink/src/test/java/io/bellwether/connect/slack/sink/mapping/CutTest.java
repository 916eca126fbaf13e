package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;

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
}
