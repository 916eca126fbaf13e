package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.indicator.Quote;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is remembered of one market.
 *
 * @param clock the latest time of a trade, nanoseconds since 1970; -1 before the first
 * @param quote its latest trade; null before the first
 * @param history what the model looks at
 * @param probability the model's last word
 * @param states of the indicators that look at markets, in the order of the settings
 */
record Market(
    MarketId id,
    long clock,
    Quote quote,
    Counts counts,
    Recent recent,
    List<Series> series,
    History history,
    OptionalDouble probability,
    List<Object> states) {

  static Market fresh(MarketId id, List<Series> series, List<Object> states) {
    return new Market(
        id,
        -1,
        null,
        Counts.NONE,
        Recent.NONE,
        series,
        History.empty(),
        OptionalDouble.empty(),
        states);
  }

  Market with(List<Object> newStates) {
    return new Market(id, clock, quote, counts, recent, series, history, probability, newStates);
  }

  Market with(Counts newCounts) {
    return new Market(id, clock, quote, newCounts, recent, series, history, probability, states);
  }

  Market withSeries(List<Series> newSeries) {
    return new Market(id, clock, quote, counts, recent, newSeries, history, probability, states);
  }
}
