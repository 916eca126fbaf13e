package io.bellwether.analyzer.trades.trade;

import java.math.BigDecimal;

/** Decimals such as {@code 11014.30} that fit in a long, quickly. */
public final class PlainDecimal {
  private static final int MOST_LENGTH = 19;
  private static final int TEN = 10;

  private PlainDecimal() {}

  /**
   * The decimal of a text that {@link java.math.BigDecimal#toPlainString} made.
   *
   * @throws NumberFormatException for a text that is none
   */
  public static BigDecimal of(String text) {
    BigDecimal quick = parse(text);
    return quick == null ? new BigDecimal(text) : quick;
  }

  /** Exactly as {@link BigDecimal} reads it; null for what has another form or is longer. */
  static BigDecimal parse(String text) {
    int point = text.indexOf('.');
    if (text.isEmpty() || text.length() > MOST_LENGTH - (point < 0 ? 1 : 0) || point == 0) {
      return null;
    }
    long unscaled = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (i != point) {
        if (digit < 0 || digit >= TEN) {
          return null;
        }
        unscaled = unscaled * TEN + digit;
      }
    }
    int scale = point < 0 ? 0 : text.length() - point - 1;
    return point == text.length() - 1 ? null : BigDecimal.valueOf(unscaled, scale);
  }
}
