package io.bellwether.analyzer.trades.candle;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The candles of one market and width that can still change, oldest first. Changes in place, as the
 * market that has it does.
 */
public final class Series {
  private final Width width;

  /** The last is of the newest window that had a trade. */
  private final List<Candle> candles;

  /** One without candles. */
  public Series(Width width) {
    this(width, new ArrayList<>());
  }

  private Series(Width width, List<Candle> candles) {
    this.width = width;
    this.candles = candles;
  }

  /** Of each candle. */
  public Width width() {
    return width;
  }

  /** The newest candle, if this trade opens a window after it. */
  public Optional<Candle> closedBy(Trade trade) {
    if (candles.isEmpty()) {
      return Optional.empty();
    }
    Candle last = candles.get(candles.size() - 1);
    return width.window(trade.at()) > last.window() ? Optional.of(last) : Optional.empty();
  }

  /** Puts a trade into the candle of its window. */
  public void add(Trade trade) {
    long window = width.window(trade.at());
    int i = candles.size() - 1;
    while (i >= 0 && candles.get(i).window() > window) {
      i--;
    }
    if (i >= 0 && candles.get(i).window() == window) {
      candles.set(i, candles.get(i).plus(trade));
    } else {
      candles.add(i + 1, Candle.of(width, trade));
    }
  }

  /** Puts another candle in the newest one's place. */
  public void replaceLast(Candle candle) {
    candles.set(candles.size() - 1, candle);
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

  /** After {@link #toTell} were written: forgets what no trade can change any more. */
  public void told(long clock, long lateness) {
    candles.removeIf(candle -> candle.end() <= clock - lateness);
    candles.replaceAll(candle -> candle.end() > clock ? candle : candle.isTold());
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
