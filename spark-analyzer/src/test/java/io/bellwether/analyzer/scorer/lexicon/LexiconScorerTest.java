package io.bellwether.analyzer.scorer.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerContract;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconScorerTest extends ScorerContract {
  @Override
  protected Scorer open() {
    return new LexiconScorerProvider().open(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure is down again, this is unacceptable",
        "This is not good at all",
        "The portal keeps crashing and support never answers, I am so disappointed",
        "I HATE the new dashboard :(",
        "The update broke everything, what a mess",
        "doesn't work for me, very frustrating",
        "Nice idea, but the result is terrible",
        "worst release ever 👎"
      })
  void complaintsAreNegative(String text) {
    assertThat(score(text)).isLessThanOrEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure is great, I love the new portal",
        "Thank you so much, this is awesome!",
        "The new release is really fast and it just works :)",
        "Excellent work, I am impressed",
        "love it ❤"
      })
  void praiseIsPositive(String text) {
    assertThat(score(text)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is there a meeting tomorrow?",
        "The build runs at 10:30 on the new server",
        "see https://example.com/awful/terrible?x=hate for the numbers",
        "run `kill -9 bad` and ```throw new TerribleException()``` then",
        "...",
        "1234"
      })
  void plainStatementsAreInBetween(String text) {
    assertThat(score(text)).isBetween(0.35, 0.65);
  }

  @Test
  void intensityStressAndNegationCount() {
    assertThat(score("it is bad")).isLessThan(score("it is slightly bad"));
    assertThat(score("it is very bad")).isLessThan(score("it is bad"));
    assertThat(score("it is BAD")).isLessThan(score("it is bad"));
    assertThat(score("it is bad!!!")).isLessThan(score("it is bad"));
    assertThat(score("it is not good")).isLessThan(0.4);
    assertThat(score("it is not bad")).isGreaterThan(0.5);
    assertThat(score("is it good?")).isLessThan(score("it is good"));
  }

  @Test
  void wordsOfOnesOwnAreUsed() {
    Scorer own = new LexiconScorerProvider().open(Map.of("words", "meltdown:-4,killer app:3"));
    assertThat(score(own, "a meltdown")).isLessThan(score("a meltdown"));
    assertThat(score(own, "the killer app")).isGreaterThan(score("the killer app"));
  }

  @Test
  void itReadsEnglishOnly() {
    assertThat(scorer.languages()).containsExactly("en");
  }

  @Test
  void aVeryLongTextIsReadInNoTime() {
    assertThat(score("it is bad, ".repeat(100_000))).isLessThan(0.1);
    assertThat(score("`".repeat(100_000) + "(".repeat(500_000))).isBetween(0.0, 1.0);
  }

  private double score(String text) {
    return score(scorer, text);
  }

  private static double score(Scorer scorer, String text) {
    Probabilities one = (Probabilities) scorer.score(List.of(Utterance.of(text))).get(0);
    assertThat(one.negative() + one.neutral() + one.positive()).isEqualTo(1, within(1e-9));
    return one.score();
  }
}
