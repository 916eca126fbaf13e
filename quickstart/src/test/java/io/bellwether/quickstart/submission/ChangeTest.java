package io.bellwether.quickstart.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
  private static SecretKeys secrets(String passwordKey) throws Exception {
    return new SecretKeys(
        new ObjectMapper()
            .readTree(
                "{\"configs\":[{\"definition\":{\"name\":\"%s\",\"type\":\"PASSWORD\"}}]}"
                    .formatted(passwordKey)));
  }

  @Test
  void newRemovedAndChangedKeysAreALineEachAndEqualOnesNone() throws Exception {
    assertThat(
            Change.between(
                Map.of("a", "1", "b", "1", "c", "1"),
                Map.of("b", "1", "c", "2", "d", "x\ny"),
                secrets("pin")::contains))
        .extracting(Change::toString)
        .containsExactly("- a = 1", "~ c: 1 -> 2", "+ d = x\\ny");
  }

  @Test
  void aSecretIsToldToDifferAndNotShown() throws Exception {
    assertThat(
            Change.between(
                Map.of("pin", "hunter2"), Map.of("pin", "hunter3"), secrets("pin")::contains))
        .extracting(Change::toString)
        .containsExactly("~ pin: (hidden) -> (hidden)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack.bot.token",
        "producer.override.sasl.jaas.config",
        "value.converter.basic.auth.user.info",
        "consumer.override.ssl.keystore.password",
        "trades.api.key",
        "x.consumer.secret",
        "Some.ApiKey"
      })
  void whatSoundsSecretIsHiddenWhateverTheConnectorDefines(String key) throws Exception {
    assertThat(secrets("pin").contains(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key.converter", "keywords", "topic", "transforms.route.type"})
  void otherKeysAreShown(String key) throws Exception {
    assertThat(secrets("pin").contains(key)).isFalse();
  }
}
