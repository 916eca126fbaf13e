package io.bellwether.analyzer.trades.candle;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The candles of one market and width that can still change, oldest first.
 *
 * @param candles the last is of the newest window that had a trade
 */
public record Series(Width width, List<Candle> candles) {
  public static Series empty(Width width) {
    return new Series(width, List.of());
  }

  /** The newest candle, if this trade opens a window after it. */
  public Optional<Candle> closedBy(Trade trade) {
    if (candles.isEmpty()) {
      return Optional.empty();
    }
    Candle last = candles.get(candles.size() - 1);
    return width.window(trade.at()) > last.window() ? Optional.of(last) : Optional.empty();
  }

  public Series plus(Trade trade) {
    List<Candle> changed = new ArrayList<>(candles.size() + 1);
    changed.addAll(candles);
    long window = width.window(trade.at());
    int i = changed.size() - 1;
    while (i >= 0 && changed.get(i).window() > window) {
      i--;
    }
    if (i >= 0 && changed.get(i).window() == window) {
      changed.set(i, changed.get(i).plus(trade));
    } else {
      changed.add(i + 1, Candle.of(width, trade));
    }
    return new Series(width, changed);
  }

  /** With another candle in the newest one's place. */
  public Series withLast(Candle candle) {
    List<Candle> changed = new ArrayList<>(candles);
    changed.set(changed.size() - 1, candle);
    return new Series(width, changed);
  }

  /** Those whose window is over by the market's clock, and that changed since they were written. */
  public List<Candle> toTell(long clock) {
    List<Candle> toTell = new ArrayList<>();
    for (Candle candle : candles) {
      if (candle.end() <= clock && candle.hasNews()) {
        toTell.add(candle);
      }
    }
    return toTell;
  }

  /** After {@link #toTell} were written; without what no trade can change any more. */
  public Series told(long clock, long lateness) {
    List<Candle> kept = new ArrayList<>(candles.size());
    for (Candle candle : candles) {
      if (candle.end() > clock) {
        kept.add(candle);
      } else if (candle.end() > clock - lateness) {
        kept.add(candle.isTold());
      }
    }
    return new Series(width, kept);
  }

  public void write(StateWriter to) {
    to.number(candles.size());
    candles.forEach(candle -> candle.write(to));
  }

  public static Series read(Width width, StateReader from) {
    int size = from.count();
    List<Candle> candles = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      candles.add(Candle.read(width, from));
    }
    return new Series(width, candles);
  }
}
