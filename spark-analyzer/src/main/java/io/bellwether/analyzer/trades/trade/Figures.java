package io.bellwether.analyzer.trades.trade;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final int ALL_DECIMALS = 340;

  private Figures() {}

  /** With commas between thousands, all decimals, and never an exponent: {@code 11,014.3}. */
  public static String plain(BigDecimal number) {
    DecimalFormat format = format("#,##0.#");
    format.setMaximumFractionDigits(ALL_DECIMALS);
    return format.format(number);
  }

  /** With its sign and one decimal: {@code +2.4}. */
  public static String signed(double number) {
    return format("+#,##0.0;-#,##0.0").format(number);
  }

  /** With one decimal: {@code 4.1}. */
  public static String tenths(double number) {
    return format("#,##0.0").format(number);
  }

  /** A name as the start of a sentence has it: {@code Kraken}. */
  public static String title(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
