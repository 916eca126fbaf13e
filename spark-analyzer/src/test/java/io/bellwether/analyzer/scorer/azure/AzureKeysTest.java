package io.bellwether.analyzer.scorer.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.config.ConfigContract;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureKeysTest {
  private static final Map<String, String> LEAST =
      Map.of("endpoint", "https://mine.cognitiveservices.azure.com/", "key", "hunter2");

  @Test
  void everyKeyIsFullyDescribed() {
    ConfigContract.holds(AzureKeys.definition());
  }

  @Test
  void warmingUpCostsNothing() {
    assertThat(new AzureScorerProvider().warmUp()).isBlank();
  }

  @Test
  void theEndpointIsWhereTextsGo() {
    AzureSettings settings = AzureScorerProvider.settings(LEAST);
    assertThat(settings.analyzeText())
        .hasToString(
            "https://mine.cognitiveservices.azure.com/language/:analyze-text"
                + "?api-version=2023-04-01");
    assertThat(settings.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mine.cognitiveservices.azure.com",
        "http://mine.cognitiveservices.azure.com/",
        "https://user:secret@mine.cognitiveservices.azure.com/",
        "https://mine.cognitiveservices.azure.com/?x=1",
        "ftp://mine",
        "https:///"
      })
  void anEndpointThatIsNoneIsRefused(String endpoint) {
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("endpoint", endpoint);
    assertThatThrownBy(() -> AzureKeys.definition().parse(given))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("endpoint");
  }
}
