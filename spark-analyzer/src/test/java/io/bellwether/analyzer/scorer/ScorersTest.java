package io.bellwether.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorersTest {
  @Test
  void scorersAreFoundByName() {
    assertThat(ScorerProviders.names()).containsExactly("azure", "lexicon", "linear", "moody");
    assertThat(ScorerProviders.named("lexicon")).isPresent();
    assertThat(ScorerProviders.named("oracle")).isEmpty();
  }

  @Test
  void thereIsOneInstanceForEachSetOfSettings() {
    ScorerSpec spec = ScorerSpec.of("lexicon", Map.of());
    assertThat(OpenScorers.get(spec)).isSameAs(OpenScorers.get(ScorerSpec.of("lexicon", Map.of())));
    assertThat(OpenScorers.get(spec))
        .isNotSameAs(OpenScorers.get(ScorerSpec.of("lexicon", Map.of("words", "meh:-1"))));
  }

  @Test
  void anExecutorWithoutTheScorerSaysHowToPassIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenScorers.get(ScorerSpec.of("oracle", Map.of())))
        .withMessageContaining("--jars");
  }

  @Test
  void settingsAreNotPrinted() {
    assertThat(ScorerSpec.of("moody", Map.of("api.key", "hunter2")))
        .asString()
        .contains("api.key")
        .doesNotContain("hunter2");
  }
}
