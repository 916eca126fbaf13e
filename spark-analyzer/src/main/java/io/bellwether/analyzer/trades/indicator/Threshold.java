package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A level that is crossed, upwards or downwards, by the price, or by the volume of a window. One
 * crossing is one alert: the next one counts only after the value was back on the other side of the
 * level by the hysteresis.
 *
 * @param markets those it applies to, by {@link MarketId#key}
 * @param level in the quote for a price, in the base for a volume
 * @param back where the value must have been before a crossing counts
 * @param window for a volume: of how long, in nanoseconds
 */
public record Threshold(
    Measured of, Pattern markets, BigDecimal level, BigDecimal back, boolean upwards, long window)
    implements Indicator<Threshold.State> {
  /** A sum of doubles has some that mean nothing. */
  private static final MathContext DIGITS = new MathContext(12);

  /**
   * @param applies false for a market that is not watched
   * @param armed whether the value was back since the last crossing, or at all
   */
  public record State(boolean applies, boolean armed, Buckets buckets) {}

  @Override
  public State start(MarketId market) {
    return new State(markets.matcher(market.key()).matches(), false, Buckets.empty());
  }

  @Override
  public Outcome<State> on(Tick tick, State state) {
    if (!state.applies || tick.timing() == Timing.LATE) {
      return Outcome.nothing(state);
    }
    return of == Measured.PRICE ? onPrice(tick, state) : onVolume(tick, state);
  }

  private Outcome<State> onPrice(Tick tick, State state) {
    if (tick.timing() != Timing.IN_ORDER) {
      return Outcome.nothing(state);
    }
    return judged(tick.trade().price(), "price", state);
  }

  private Outcome<State> onVolume(Tick tick, State state) {
    Trade trade = tick.trade();
    long bucket = Math.floorDiv(trade.at(), window / Buckets.COUNT);
    Buckets moved = state.buckets.at(bucket).add(bucket, trade.volume().doubleValue());
    String what = "volume in " + Spans.text(window);
    return judged(new BigDecimal(moved.sum(), DIGITS), what, new State(true, state.armed, moved));
  }

  private Outcome<State> judged(BigDecimal value, String what, State state) {
    int direction = upwards ? 1 : -1;
    boolean crossed = value.compareTo(level) * direction >= 0;
    if (crossed && state.armed) {
      return Outcome.of(new State(true, false, state.buckets), finding(value, what));
    }
    boolean isBack = value.compareTo(back) * direction <= 0 && !crossed;
    return Outcome.nothing(new State(true, state.armed || isBack, state.buckets));
  }

  private Finding finding(BigDecimal value, String what) {
    String where = upwards ? "above " : "below ";
    return new Finding(
        upwards ? "up" : "down",
        what + " crossed " + where + Figures.plain(level),
        Map.of("level", level.toPlainString(), "value", value.toPlainString()));
  }

  @Override
  public void write(State state, StateWriter to) {
    to.flag(state.applies);
    to.flag(state.armed);
    if (state.applies && of == Measured.VOLUME) {
      state.buckets.write(to);
    }
  }

  @Override
  public State read(StateReader from) {
    boolean applies = from.flag();
    boolean armed = from.flag();
    boolean hasBuckets = applies && of == Measured.VOLUME;
    return new State(applies, armed, hasBuckets ? Buckets.read(from) : Buckets.empty());
  }
}
