package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.util.Map;

/**
 * A model that holds a move for likely. It is an estimate from the past, and no advice.
 *
 * @param atLeast the probability, 0..1
 * @param quiet how long after an alert the next waits, nanoseconds
 * @param expected what the model foresees, such as {@code a rise of 0.6 % within 15 min}
 */
public record Probability(double atLeast, long quiet, String expected) implements Indicator<Long> {
  private static final double PERCENT = 100;

  @Override
  public Long start(MarketId market) {
    return -1L;
  }

  @Override
  public Outcome<Long> on(Tick tick, Long lastAlert) {
    long now = tick.trade().at();
    boolean isNews =
        tick.timing() == Timing.IN_ORDER
            && tick.probability().isPresent()
            && tick.probability().getAsDouble() >= atLeast
            && (lastAlert < 0 || now - lastAlert >= quiet);
    if (!isNews) {
      return Outcome.nothing(lastAlert);
    }
    double probability = tick.probability().getAsDouble();
    String text =
        "the model gives " + expected + " " + Figures.tenths(probability * PERCENT) + " %";
    return Outcome.of(now, new Finding("likely", text, Map.of()));
  }

  @Override
  public void write(Long state, StateWriter to) {
    to.number(state);
  }

  @Override
  public Long read(StateReader from) {
    return from.number();
  }
}
