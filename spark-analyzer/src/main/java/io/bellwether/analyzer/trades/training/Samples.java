package io.bellwether.analyzer.trades.training;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes samples of trades. */
final class Samples {
  private Samples() {}

  /** Of all markets together, in the order of their times. The trades are in theirs. */
  static List<Sample> of(List<Trade> trades, Target target) {
    Map<String, List<Candle>> markets = new LinkedHashMap<>();
    Map<String, Series> open = new LinkedHashMap<>();
    for (Trade trade : trades) {
      String key = trade.market().key();
      Series series = open.computeIfAbsent(key, unused -> new Series(target.width()));
      Optional<Candle> closed = series.closedBy(trade);
      if (closed.isPresent()) {
        markets.computeIfAbsent(key, unused -> new ArrayList<>()).add(closed.get());
        series = new Series(target.width());
        open.put(key, series);
      }
      series.add(trade);
    }
    List<Sample> samples = new ArrayList<>();
    markets.values().forEach(candles -> add(candles, target, samples));
    samples.sort(Comparator.comparingLong(Sample::at));
    return samples;
  }

  private static void add(List<Candle> candles, Target target, List<Sample> samples) {
    long end = candles.get(candles.size() - 1).end();
    History history = History.empty();
    for (int i = 0; i < candles.size(); i++) {
      Candle candle = candles.get(i);
      history = history.plus(candle);
      Optional<double[]> features = history.features();
      long until = candle.end() + target.nanos();
      // Without all of what came after it nobody knows what came of it.
      if (features.isPresent() && until <= end) {
        boolean moved = rises(candles, i, until, target.cost());
        samples.add(new Sample(candle.end(), features.get(), moved));
      }
    }
  }

  private static boolean rises(List<Candle> candles, int from, long until, double cost) {
    double enough = candles.get(from).close().doubleValue() * (1 + cost);
    for (int i = from + 1; i < candles.size() && candles.get(i).end() <= until; i++) {
      if (candles.get(i).high().doubleValue() > enough) {
        return true;
      }
    }
    return false;
  }
}
