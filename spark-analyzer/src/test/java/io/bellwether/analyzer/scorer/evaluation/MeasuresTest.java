package io.bellwether.analyzer.scorer.evaluation;

import static io.bellwether.analyzer.scorer.data.Label.NEGATIVE;
import static io.bellwether.analyzer.scorer.data.Label.NEUTRAL;
import static io.bellwether.analyzer.scorer.data.Label.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against figures worked out by hand. */
class MeasuresTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private final List<Judged> judged =
      List.of(
          judged(NEGATIVE, 0.9, 0.1, 0.0),
          judged(NEGATIVE, 0.2, 0.2, 0.6),
          judged(NEUTRAL, 0.1, 0.8, 0.1),
          judged(NEUTRAL, 0.8, 0.1, 0.1),
          judged(POSITIVE, 0.2, 0.2, 0.6),
          judged(POSITIVE, 0.0, 0.05, 0.95));

  @Test
  void accuracyAndMacroF1AreThoseOfTheConfusion() {
    int[][] confusion = Measures.confusion(judged);
    assertThat(confusion)
        .isDeepEqualTo(
            new int[][] {
              {1, 0, 1},
              {1, 1, 0},
              {0, 0, 2}
            });
    assertThat(Measures.accuracy(confusion)).isEqualTo(4.0 / 6, EXACTLY);
    assertThat(Measures.macroF1(confusion)).isEqualTo((2.0 / 4 + 2.0 / 3 + 4.0 / 5) / 3, EXACTLY);
  }

  @Test
  void aucComparesPolarTextsAndCountsTiesHalf() {
    // Of the four pairs three are won and one is tied: 0.05 and 0.7 against 0.7 and 0.975.
    assertThat(Measures.auc(judged)).isEqualTo(3.5 / 4, EXACTLY);
    assertThat(Measures.auc(judged.subList(2, 4))).isNaN();
  }

  @Test
  void aRouteIsMeasuredAtItsThreshold() {
    assertThat(Route.at(NEGATIVE, 0.3, judged)).isEqualTo(new Route(NEGATIVE, 0.3, 0.5, 0.5, 2));
    assertThat(Route.at(POSITIVE, 0.9, judged)).isEqualTo(new Route(POSITIVE, 0.9, 1, 0.5, 1));
    assertThat(Route.at(POSITIVE, 1, judged)).isEqualTo(new Route(POSITIVE, 1, 0, 0, 0));
  }

  @Test
  void theSuggestedThresholdCatchesMostWithTheWantedPrecision() {
    assertThat(Route.suggest(POSITIVE, 0.6, judged))
        .hasValueSatisfying(
            route -> {
              assertThat(route.threshold()).isEqualTo(0.7, EXACTLY);
              assertThat(route.precision()).isEqualTo(2.0 / 3, EXACTLY);
              assertThat(route.recall()).isEqualTo(1);
            });
    assertThat(Route.suggest(NEGATIVE, 1, judged))
        .hasValueSatisfying(route -> assertThat(route.count()).isOne());
    assertThat(Route.suggest(POSITIVE, 0.9, judged.subList(0, 3))).isEmpty();
  }

  @Test
  void calibrationErrorIsTheWeightedGap() {
    List<Judged> half = List.of(judged(POSITIVE, 0.1, 0.1, 0.8), judged(NEUTRAL, 0.1, 0.1, 0.8));
    assertThat(Reliability.ofGuesses(half).error()).isEqualTo(0.3, within(1e-9));
    assertThat(Reliability.of(POSITIVE, half).bins())
        .containsExactly(new Reliability.Bin(2, 0.8, 0.5));
  }

  private static Judged judged(Label label, double negative, double neutral, double positive) {
    return new Judged(
        new Labelled("a text", label), new Probabilities(negative, neutral, positive));
  }
}
