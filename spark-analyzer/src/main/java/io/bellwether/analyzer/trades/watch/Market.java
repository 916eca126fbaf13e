package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.indicator.Quote;
import io.bellwether.analyzer.trades.indicator.Timing;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is remembered of one market. Unlike other values it changes in place: a new one for each
 * trade was a third of the cost of a trade. It never leaves its {@link Watch} but as bytes.
 */
final class Market {
  private final MarketId id;
  private final Recent recent;
  private final List<Series> series;
  private final List<Object> states;
  private long clock = -1;
  private Quote quote;
  private Counts counts = Counts.NONE;
  private History history = History.empty();
  private OptionalDouble probability = OptionalDouble.empty();

  /**
   * One that had no trade.
   *
   * @param states of the indicators that look at markets, in the order of the settings
   */
  Market(MarketId id, Recent recent, List<Series> series, List<Object> states) {
    this.id = id;
    this.recent = recent;
    this.series = series;
    this.states = new ArrayList<>(states);
  }

  MarketId id() {
    return id;
  }

  /** The latest time of a trade, nanoseconds since 1970; -1 before the first. */
  long clock() {
    return clock;
  }

  /** Its latest trade; null before the first. */
  Quote quote() {
    return quote;
  }

  Counts counts() {
    return counts;
  }

  Recent recent() {
    return recent;
  }

  /** To be changed in place. */
  List<Series> series() {
    return series;
  }

  /** What the model looks at. */
  History history() {
    return history;
  }

  /** The model's last word. */
  OptionalDouble probability() {
    return probability;
  }

  /** Of the indicators that look at markets, to be changed in place. */
  List<Object> states() {
    return states;
  }

  void count(Counts more) {
    counts = counts.plus(more);
  }

  /** Moves the clock on; the quote is of the latest trade in order. */
  void at(long time, Timing timing, Quote latest) {
    clock = Math.max(clock, time);
    quote = timing == Timing.IN_ORDER ? latest : quote;
  }

  void judge(History newHistory, OptionalDouble newProbability) {
    history = newHistory;
    probability = newProbability;
  }

  /** As it was read. */
  void restore(long readClock, Quote readQuote, Counts readCounts) {
    clock = readClock;
    quote = readQuote;
    counts = readCounts;
  }
}
