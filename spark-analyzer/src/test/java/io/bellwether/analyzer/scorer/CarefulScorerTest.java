package io.bellwether.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarefulScorerTest {
  @Test
  void oneBadTextDoesNotTakeItsNeighboursAlong() {
    Scorer scorer = new CarefulScorer(MoodyScorerProvider.moody());

    List<Scoring> answers = scorer.score(batch("fine", "boom", "fine too"));

    assertThat(answers.get(0)).isInstanceOf(Probabilities.class);
    assertThat(answers.get(1)).isEqualTo(new NotScored("The scorer failed: I do not read boom"));
    assertThat(answers.get(2)).isInstanceOf(Probabilities.class);
  }

  @Test
  void aGoodBatchIsScoredInOneCall() {
    List<Integer> sizes = new ArrayList<>();
    new CarefulScorer(MoodyScorerProvider.counting(sizes)).score(batch("a", "b", "c"));
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void aScorerThatForgetsATextIsNotBelieved() {
    Scorer scorer = new CarefulScorer(texts -> List.of());
    assertThat(scorer.score(batch("a", "b"))).hasSize(2).allMatch(NotScored.class::isInstance);
  }

  @Test
  void aReasonIsNeverEndless() {
    Scorer scorer =
        new CarefulScorer(
            texts -> {
              throw new IllegalStateException("x".repeat(100_000));
            });
    NotScored answer = (NotScored) scorer.score(batch("a")).get(0);
    assertThat(answer.reason()).hasSizeLessThan(600);
  }

  @Test
  void anInterruptedTaskGivesUpInsteadOfBlamingTheText() {
    Scorer scorer =
        new CarefulScorer(
            texts -> {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("interrupted");
            });
    try {
      assertThatThrownBy(() -> scorer.score(batch("a"))).hasMessage("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatIsKnownToBeInAnotherLanguageIsNotGuessedAt() {
    List<Integer> sizes = new ArrayList<>();
    Scorer scorer = new CarefulScorer(english(MoodyScorerProvider.counting(sizes)));
    List<Utterance> batch =
        List.of(
            new Utterance("schlecht", Optional.of("de-CH")),
            new Utterance("bad", Optional.of("EN-gb")),
            new Utterance("👍", Optional.of("qme")),
            Utterance.of("ok"));

    List<Scoring> answers = scorer.score(batch);

    assertThat(answers.get(0))
        .isEqualTo(new NotScored("The scorer does not read the language 'de-CH', only: en"));
    assertThat(answers.subList(1, 4)).hasOnlyElementsOfType(Probabilities.class);
    assertThat(scorer.score(batch.subList(0, 1))).hasOnlyElementsOfType(NotScored.class);
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void aScorerThatIsAwayBlamesNoText() {
    Scorer scorer =
        new CarefulScorer(
            texts -> {
              throw new ScorerUnavailableException("the service refuses the key");
            });
    assertThatThrownBy(() -> scorer.score(batch("a", "b")))
        .isInstanceOf(ScorerUnavailableException.class);
  }

  @Test
  void anExplanationThatFailsIsNone() {
    Scorer scorer =
        new CarefulScorer(
            new Scorer() {
              @Override
              public List<Scoring> score(List<Utterance> batch) {
                return List.of();
              }

              @Override
              public List<Term> explain(Utterance utterance) {
                throw new IllegalStateException("no idea");
              }
            });
    assertThat(scorer.explain(Utterance.of("a"))).isEmpty();
  }

  private static Scorer english(Scorer scorer) {
    return new Scorer() {
      @Override
      public List<Scoring> score(List<Utterance> batch) {
        return scorer.score(batch);
      }

      @Override
      public Set<String> languages() {
        return Set.of("en");
      }
    };
  }

  private static List<Utterance> batch(String... texts) {
    return List.of(texts).stream().map(Utterance::of).toList();
  }
}
