package io.bellwether.quickstart.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.it.Recording.Deal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the trades job has to write of a recording, computed another way: from all trades of a
 * window at once, and averages by long division of whole numbers.
 */
final class Expected {
  private static final Map<String, Long> SECONDS = Map.of("1m", 60L, "5m", 300L, "1h", 3_600L);
  private static final int VWAP_DIGITS = 34;

  private Expected() {}

  /** By window and start, as {@link #text} has it; without the last of each width, still open. */
  static Map<String, String> candles(Recording recording) {
    Map<String, String> candles = new TreeMap<>();
    SECONDS.forEach(
        (window, seconds) -> {
          TreeMap<Long, List<Deal>> windows = new TreeMap<>();
          for (Deal deal : recording.deals()) {
            long start = deal.time().getEpochSecond() / seconds * seconds;
            windows.computeIfAbsent(start, unused -> new ArrayList<>()).add(deal);
          }
          windows.pollLastEntry();
          windows.forEach(
              (start, deals) ->
                  candles.put(window + " " + Instant.ofEpochSecond(start), candle(deals)));
        });
    return candles;
  }

  private static String candle(List<Deal> deals) {
    List<BigDecimal> prices = deals.stream().map(Deal::price).sorted().toList();
    BigDecimal volume = sum(deals.stream().map(Deal::volume).toList());
    BigDecimal paid =
        sum(deals.stream().map(deal -> deal.price().multiply(deal.volume())).toList());
    return text(
        deals.get(0).price(),
        prices.get(prices.size() - 1),
        prices.get(0),
        deals.get(deals.size() - 1).price(),
        volume,
        volume.signum() == 0 ? null : quotient(paid, volume),
        deals.size());
  }

  private static BigDecimal sum(Collection<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** To 34 significant digits, half to even. */
  private static BigDecimal quotient(BigDecimal paid, BigDecimal volume) {
    int places = 2 * VWAP_DIGITS + volume.precision();
    BigInteger above;
    BigInteger below;
    BigInteger[] divided;
    do {
      int shift = places + volume.scale() - paid.scale();
      above = paid.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, shift)));
      below = volume.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -shift)));
      divided = above.divideAndRemainder(below);
      places--;
    } while (divided[0].toString().length() > VWAP_DIGITS);
    int half = divided[1].shiftLeft(1).compareTo(below);
    boolean up = half > 0 || (half == 0 && divided[0].testBit(0));
    return new BigDecimal(up ? divided[0].add(BigInteger.ONE) : divided[0], places + 1);
  }

  /** A candle as it was written, in the same words. */
  static String text(JsonNode candle) {
    return text(
        decimal(candle, "open"),
        decimal(candle, "high"),
        decimal(candle, "low"),
        decimal(candle, "close"),
        decimal(candle, "volume"),
        decimal(candle, "vwap"),
        candle.path("count").asLong());
  }

  private static BigDecimal decimal(JsonNode candle, String field) {
    return candle.path(field).isNull() ? null : new BigDecimal(candle.path(field).textValue());
  }

  /** Numbers to their last digit; zeros at the end are none. */
  private static String text(
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      BigDecimal volume,
      BigDecimal vwap,
      long count) {
    return String.join(
        " ",
        plain(open),
        plain(high),
        plain(low),
        plain(close),
        plain(volume),
        plain(vwap),
        Long.toString(count));
  }

  private static String plain(BigDecimal number) {
    return number == null ? "none" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * The ids of the trades that cross a level upwards.
   *
   * @param back where the price must have been before a crossing counts
   */
  static List<Long> crossings(Recording recording, BigDecimal level, BigDecimal back) {
    List<Long> crossings = new ArrayList<>();
    boolean armed = false;
    for (Deal deal : recording.deals()) {
      if (deal.price().compareTo(level) >= 0) {
        if (armed) {
          crossings.add(deal.id());
        }
        armed = false;
      } else if (deal.price().compareTo(back) <= 0) {
        armed = true;
      }
    }
    crossings.sort(Comparator.naturalOrder());
    return crossings;
  }
}
