package io.bellwether.analyzer.trades.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final int GROUP = 3;

  private Figures() {}

  /** With commas between thousands, all decimals, and never an exponent: {@code 11,014.3}. */
  public static String plain(BigDecimal number) {
    String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    int start = number.signum() < 0 ? 1 : 0;
    if (end - start <= GROUP) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int i = end - GROUP; i > start; i -= GROUP) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** With its sign and one decimal: {@code +2.4}. */
  public static String signed(double number) {
    String text = tenths(number);
    return text.startsWith("-") ? text : "+" + text;
  }

  /** With one decimal: {@code 4.1}. */
  public static String tenths(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    // The shortest decimal that is this number, as people would write it; half to even.
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN);
    String text = plain(rounded);
    String whole = text.indexOf('.') < 0 ? text + ".0" : text;
    return rounded.signum() == 0 && number < 0 ? "-" + whole : whole;
  }

  /** A name as the start of a sentence has it: {@code Kraken}. */
  public static String title(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
