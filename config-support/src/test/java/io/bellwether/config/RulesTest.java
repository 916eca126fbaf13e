package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  @Test
  void aBadValueIsAnsweredWithKeyReasonAndRemedy() {
    assertThatThrownBy(() -> Rules.oneOf("socket", "history").ensureValid("mode", "rtm"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("mode", "rtm", "Use one of socket, history.");
  }

  @Test
  void aRuleThatListsItsValuesRecommendsThem() {
    assertThat(Rules.oneOf("socket", "history").validValues("mode", Map.of()))
        .containsExactly("socket", "history");
  }

  @Test
  void aSecretIsNotRepeatedInItsError() {
    assertThatThrownBy(
            () -> Rules.secret("abc-", "a token").ensureValid("t", new Password("hunter2")))
        .hasMessageContaining("starts with abc-")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aMissingValueIsLeftToTheDefault() {
    assertThatCode(() -> Rules.notBlank("a name").ensureValid("key", null))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "beginning", "2026-11-01T00:00:00Z"})
  void startPointsAreWordsOrTimes(String value) {
    assertThatCode(() -> Rules.instantOr("now", "beginning").ensureValid("start.from", value))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-01", "1700000000"})
  void otherStartPointsAreRefused(String value) {
    assertThatThrownBy(() -> Rules.instantOr("now").ensureValid("start.from", value))
        .hasMessageContaining("2026-11-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.x.com", "http://127.0.0.1:7702/", "http://[::1]/"})
  void secretsMayGoToTlsAndToThisMachine(String value) {
    assertThatCode(() -> Rules.safeUrl().ensureValid("url", value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.x.com",
        "http://127.0.0.1.x.com/",
        "http://localhost@evil.example/",
        "https://user:secret@api.x.com/",
        "https://api.x.com/?key=secret",
        "https://api.x.com/#there",
        "https://",
        "https://exa mple/",
        "slack.com/api",
        "ftp://x/",
        "no url"
      })
  void secretsMayGoNowhereElse(String value) {
    assertThatThrownBy(() -> Rules.safeUrl().ensureValid("url", value))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must begin with https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xoxb-1\n", " xoxb-1", "xoxb 1", "xöxb"})
  void aSecretThatNoHeaderCanCarryIsRefusedWithoutRepeatingIt(String value) {
    assertThatThrownBy(() -> Rules.secret("a token").ensureValid("token", new Password(value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line ends")
        .hasMessageNotContaining("1");
  }

  @Test
  void listsAreCheckedItemByItem() {
    assertThatThrownBy(() -> Rules.topic().ensureValid("topics", List.of("ok", "not ok")))
        .hasMessageContaining("topics");
    assertThatThrownBy(() -> Rules.notBlank("channels").ensureValid("channels", List.of()))
        .hasMessageContaining("channels");
  }

  @Test
  void numbersStayWithinTheirBounds() {
    assertThatThrownBy(() -> Rules.between(1, 10, "tasks").ensureValid("n", 11))
        .hasMessageContaining("a whole number of tasks from 1 to 10");
  }
}
