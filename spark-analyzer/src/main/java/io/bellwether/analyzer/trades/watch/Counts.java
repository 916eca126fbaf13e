package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.indicator.Timing;
import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;

/**
 * What a market's trades were like so far.
 *
 * @param trades all but the repeated ones
 * @param outOfOrder of those, which came after a later one, within the lateness
 * @param late of those, which came too late for candles and windows
 * @param repeated trades that had been seen before, and were ignored
 */
public record Counts(long trades, long outOfOrder, long late, long repeated) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  static final Counts REPEATED = new Counts(0, 0, 0, 1);
  private static final Counts IN_ORDER = new Counts(1, 0, 0, 0);
  private static final Counts OUT_OF_ORDER = new Counts(1, 1, 0, 0);
  private static final Counts LATE = new Counts(1, 0, 1, 0);

  /** Of one trade. */
  static Counts one(Timing timing) {
    return switch (timing) {
      case IN_ORDER -> IN_ORDER;
      case OUT_OF_ORDER -> OUT_OF_ORDER;
      case LATE -> LATE;
    };
  }

  public Counts plus(Counts other) {
    return new Counts(
        trades + other.trades,
        outOfOrder + other.outOfOrder,
        late + other.late,
        repeated + other.repeated);
  }

  public Counts minus(Counts other) {
    return new Counts(
        trades - other.trades,
        outOfOrder - other.outOfOrder,
        late - other.late,
        repeated - other.repeated);
  }

  void write(StateWriter to) {
    to.number(trades);
    to.number(outOfOrder);
    to.number(late);
    to.number(repeated);
  }

  static Counts read(StateReader from) {
    return new Counts(from.number(), from.number(), from.number(), from.number());
  }
}
