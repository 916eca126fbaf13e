package io.bellwether.analyzer.trades.indicator;

import static io.bellwether.analyzer.trades.Ticks.minutes;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProbabilityTest {
  @Test
  void aLikelyMoveIsToldOnceInItsQuietTime() {
    Probe<?> probe =
        new Probe<>(new Probability(0.7, minutes(10), "a rise of 0.6 % within 15 min"));
    assertThat(ask(probe, 0, 0.69)).isEmpty();
    assertThat(ask(probe, 60, 0.7))
        .isEqualTo(1 + " the model gives a rise of 0.6 % within 15 min 70.0 %");
    assertThat(ask(probe, 120, 0.9)).isEmpty();
    assertThat(ask(probe, 660, 0.9)).isNotEmpty();
    assertThat(probe.send(2_000, "1", "1")).as("no candle closed").isEmpty();
  }

  private static String ask(Probe<?> probe, double seconds, double probability) {
    var found =
        probe.send(trade(seconds, "1", "1"), Timing.IN_ORDER, OptionalDouble.of(probability));
    return found.isEmpty() ? "" : found.size() + " " + found.get(0).text();
  }
}
