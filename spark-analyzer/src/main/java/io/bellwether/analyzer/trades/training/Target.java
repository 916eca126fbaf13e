package io.bellwether.analyzer.trades.training;

import io.bellwether.analyzer.trades.candle.Width;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.concurrent.TimeUnit;

/**
 * What is to be foreseen after each candle: that the price rises by more than a deal there and back
 * costs.
 *
 * @param width of the candles
 * @param minutes within which the price must have risen
 * @param costPercent two fees and the spread
 */
record Target(Width width, long minutes, double costPercent) {
  private static final int DIGITS = 6;
  private static final int PERCENT = 100;

  long nanos() {
    return TimeUnit.MINUTES.toNanos(minutes);
  }

  double cost() {
    return costPercent / PERCENT;
  }

  /** For people: {@code a rise of more than 0.55 % within 30 min}. */
  String text() {
    String percent =
        new BigDecimal(costPercent, new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    return "a rise of more than " + percent + " % within " + minutes + " min";
  }
}
