package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTemplateTest {
  private static List<String> render(String blocks, Map<String, Object> fields) {
    return BlocksTemplate.compile(blocks).render(fields);
  }

  private static String section(String text) {
    return "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\"}}";
  }

  @Test
  void stringsAreFilledAndEverythingElseStaysAsItIs() {
    assertThat(
            render(
                "[" + section("*{{a.b}}*") + ",{\"type\":\"divider\",\"n\":1}]",
                Map.of("a", Map.of("b", "x"))))
        .containsExactly(section("*x*"), "{\"type\":\"divider\",\"n\":1}");
    assertThat(render("", Map.of())).isEmpty();
  }

  @Test
  void aRecordCanNeitherBreakOutOfAStringNorMentionAnybody() {
    assertThat(
            render(
                "[" + section("{{t}} <{{u}}|x>") + "]", Map.of("t", "\"}]<!here>", "u", "!here")))
        .singleElement()
        .asString()
        .contains("\\\"}]")
        .doesNotContain("<!here", "\\u003c!here");
    assertThat(render("[{\"type\":\"markdown\",\"text\":\"{{t}}\"}]", Map.of("t", "<!here>")))
        .singleElement()
        .asString()
        .contains("lt;!here");
  }

  @Test
  void plainTextAndUrlsAreNotEscaped() {
    String button =
        "{\"type\":\"button\",\"url\":\"{{u}}\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{t}}\"}}";
    assertThat(
            render(
                "[{\"type\":\"actions\",\"elements\":[" + button + "]}]",
                Map.of("u", "https://x?a&b", "t", "a & b")))
        .singleElement()
        .asString()
        .satisfies(
            block ->
                assertThat(block.replace("\\u0026", "&"))
                    .contains("\"https://x?a&b\"", "\"a & b\""));
  }

  @Test
  void aBlockWithoutTextIsLeftOutAndALongHeaderIsCut() {
    String header = "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{t}}\"}}";
    assertThat(render("[" + section("{{none}}") + "]", Map.of())).isEmpty();
    assertThat(render("[" + header + "]", Map.of("t", "x".repeat(200))))
        .singleElement()
        .asString()
        .contains("x".repeat(149) + "…")
        .doesNotContain("x".repeat(150));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{}~JSON array",
        "[~JSON array",
        "[1]~JSON array",
        "[{}]~JSON array",
        "[{\"type\":\"{{t}}\"}]~write it out",
        "[{\"type\":\"section\",\"text\":\"{{{t}}}\"}]~unescaped"
      })
  void whatIsNotValidIsSaidWithTheRemedy(String source, String message) {
    assertThatThrownBy(() -> BlocksTemplate.compile(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
