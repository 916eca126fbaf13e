package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.OptionalDouble;

/**
 * A moving window, and beside it the windows of the market's past, one after another.
 *
 * @param buckets the moving window: last prices, or sums of volumes
 * @param number the number of the present one among those that follow one another; -1 before all
 * @param value its last price, or its volume so far
 * @param reference the last price of the window before it; NaN if there was none. Of a volume,
 *     whether the present window was seen from its beginning: 0 if so, else NaN
 * @param past the changes of price, or the volumes, of complete windows
 */
record Windowed(Buckets buckets, long number, double value, double reference, Past past) {
  static final Windowed EMPTY = new Windowed(Buckets.empty(), -1, 0, Double.NaN, Past.NONE);

  /** Beyond so many times the memory a silence adds nothing to what the past is. */
  private static final int FORGOTTEN = 5;

  /** One trade more; a price must not be older than the last one. */
  Windowed plus(Trade trade, Change settings) {
    long bucket = Math.floorDiv(trade.at(), settings.window() / Buckets.COUNT);
    long window = Math.floorDiv(trade.at(), settings.window());
    return settings.of() == Measured.PRICE
        ? plusPrice(trade.price().doubleValue(), bucket, window, settings.memory())
        : plusVolume(trade.volume().doubleValue(), bucket, window, settings.memory());
  }

  private Windowed plusPrice(double price, long bucket, long window, double memory) {
    Buckets moved = buckets.at(bucket).set(price);
    if (number < 0 || window == number) {
      return new Windowed(moved, window, price, reference, past);
    }
    Past longer = Double.isNaN(reference) ? past : past.plus(Math.log(value / reference), memory);
    // In a window without trades the price stood still.
    longer = silence(longer, window - number - 1, memory);
    return new Windowed(moved, window, price, value, longer);
  }

  private Windowed plusVolume(double volume, long bucket, long window, double memory) {
    Buckets moved = buckets.at(bucket).add(bucket, volume);
    if (window < number) {
      return new Windowed(moved, number, value, reference, past);
    }
    if (number < 0) {
      return new Windowed(moved, window, volume, Double.NaN, past);
    }
    if (window == number) {
      return new Windowed(moved, window, value + volume, reference, past);
    }
    Past longer = Double.isNaN(reference) ? past : past.plus(value, memory);
    return new Windowed(moved, window, volume, 0, silence(longer, window - number - 1, memory));
  }

  private static Past silence(Past past, long windows, double memory) {
    Past longer = past;
    for (long i = Math.min(windows, (long) (FORGOTTEN * memory)); i > 0; i--) {
      longer = longer.plus(0, memory);
    }
    return longer;
  }

  /** As a share of the price at the window's beginning; empty if there was none. */
  OptionalDouble priceChange() {
    double before = buckets.before();
    return Double.isNaN(before) ? OptionalDouble.empty() : OptionalDouble.of(value / before - 1);
  }

  /** As a share of what past windows had in the mean; empty if they had nothing. */
  OptionalDouble volumeChange() {
    return past.windows() == 0 || past.mean() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(buckets.sum() / past.mean() - 1);
  }

  OptionalDouble sigma(Measured of, long pastAtLeast) {
    double now = of == Measured.PRICE ? Math.log(value / buckets.before()) : buckets.sum();
    return past.sigma(now, pastAtLeast);
  }

  void write(StateWriter to) {
    buckets.write(to);
    to.number(number);
    to.real(value);
    to.real(reference);
    past.write(to);
  }

  static Windowed read(StateReader from) {
    return new Windowed(
        Buckets.read(from), from.number(), from.real(), from.real(), Past.read(from));
  }
}
