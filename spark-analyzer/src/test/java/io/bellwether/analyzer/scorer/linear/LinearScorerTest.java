package io.bellwether.analyzer.scorer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerContract;
import io.bellwether.analyzer.scorer.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that is built in. */
class LinearScorerTest extends ScorerContract {
  @Override
  protected Scorer open() {
    return new LinearScorerProvider().open(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure is down again, this is unacceptable",
        "Azure fails all the time, I hate it",
        "The portal keeps crashing and support never answers, I am so disappointed",
        "I HATE the new dashboard :(",
        "The update broke everything, what a mess",
        "doesn't work for me, very frustrating",
        "This is not good at all"
      })
  void complaintsAreNegative(String text) {
    assertThat(score(text)).isLessThanOrEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure is great, I love the new portal",
        "I love how fast the new Azure portal is, great work",
        "I love the new Azure portal, great work, thank you!",
        "Thank you so much, this is awesome!",
        "Excellent work, I am impressed",
        "love it ❤"
      })
  void praiseIsPositive(String text) {
    assertThat(score(text)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where is the Azure documentation of the billing export?",
        "The build runs at 10:30 on the new server",
        "see https://example.com/awful/terrible?x=hate for the numbers",
        "run `kill -9 bad` and ```throw new TerribleException()``` then",
        "> this is terrible, I hate it\nWhere is that from?",
        "<!-- Thank you for this awesome pull request! -->\nThe tests run on JDK 17 now."
      })
  void plainStatementsAreInBetween(String text) {
    assertThat(score(text)).isBetween(0.31, 0.89);
  }

  @Test
  void drawnOutWordsAndCapitalsAreUnderstood() {
    assertThat(score("this is soooo goooood")).isGreaterThan(score("this is a table"));
    assertThat(score("it is BAD")).isLessThanOrEqualTo(score("it is bad") + 0.05);
  }

  @Test
  void whatHasNeitherWordNorEmoticonGetsAReason() {
    for (String text : List.of("", "...", "?!", "`good`", "https://example.com/good", "\uD83D")) {
      assertThat(scorer.score(List.of(Utterance.of(text))))
          .as(text)
          .hasOnlyElementsOfType(NotScored.class);
    }
    assertThat(score("👎")).isLessThan(score("👍"));
  }

  @Test
  void itReadsEnglishOnly() {
    assertThat(scorer.languages()).containsExactly("en");
  }

  @Test
  void aFileThatIsNoModelIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.model"), "this is no model");
    for (Path path : List.of(file, folder.resolve("none.model"))) {
      assertThatThrownBy(() -> new LinearScorerProvider().open(Map.of("model", path.toString())))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(path.toString());
    }
  }

  private double score(String text) {
    return ((Probabilities) scorer.score(List.of(Utterance.of(text))).get(0)).score();
  }
}
