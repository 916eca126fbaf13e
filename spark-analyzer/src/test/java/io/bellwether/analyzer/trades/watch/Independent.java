package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Candles computed another way: all trades of a window at once. */
final class Independent {
  private Independent() {}

  /** By width and start, as text; all windows but the last of each width. */
  static Map<String, String> candles(List<Trade> trades) {
    Map<String, String> candles = new TreeMap<>();
    for (Width width : Width.values()) {
      TreeMap<Long, List<Trade>> windows = new TreeMap<>();
      for (Trade trade : trades) {
        long start = trade.at() - trade.at() % width.nanos();
        windows.computeIfAbsent(start, unused -> new ArrayList<>()).add(trade);
      }
      windows.pollLastEntry();
      windows.forEach((start, in) -> candles.put(width + " " + start, candle(in)));
    }
    return candles;
  }

  private static String candle(List<Trade> inOrderOfArrival) {
    List<Trade> byTime = new ArrayList<>(inOrderOfArrival);
    byTime.sort(Comparator.comparingLong(Trade::at));
    List<BigDecimal> prices = byTime.stream().map(Trade::price).sorted().toList();
    BigDecimal volume = byTime.stream().map(Trade::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal paid =
        byTime.stream()
            .map(trade -> trade.price().multiply(trade.volume()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return text(
        byTime.get(0).price(),
        prices.get(prices.size() - 1),
        prices.get(0),
        byTime.get(byTime.size() - 1).price(),
        volume,
        volume.signum() == 0 ? null : average(paid, volume),
        byTime.size());
  }

  /** To 34 digits by long division, without a MathContext. */
  private static BigDecimal average(BigDecimal paid, BigDecimal volume) {
    int whole = paid.divideToIntegralValue(volume).signum() == 0 ? 0 : 1;
    BigDecimal rough = paid.divide(volume, 200, RoundingMode.DOWN);
    int scale = 34 - rough.precision() + rough.scale();
    return paid.divide(
        volume, whole == 0 && rough.signum() == 0 ? 0 : scale, RoundingMode.HALF_EVEN);
  }

  static String text(
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      BigDecimal volume,
      BigDecimal vwap,
      long count) {
    return "%s %s %s %s %s %s %d"
        .formatted(
            plain(open), plain(high), plain(low), plain(close), plain(volume), plain(vwap), count);
  }

  private static String plain(BigDecimal value) {
    return value == null
        ? "none"
        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
