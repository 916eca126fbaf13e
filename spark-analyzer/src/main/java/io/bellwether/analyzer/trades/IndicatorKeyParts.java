package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.analyzer.trades.indicator.Measured;
import io.bellwether.config.Rule;
import io.bellwether.config.Rules;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys that several types of indicators have, and the rules of their values. */
final class IndicatorKeyParts {
  private static final int WEEK_MINUTES = 7 * 24 * 60;
  private static final String FEE_PATTERN = "[a-zA-Z0-9_.-]+:[0-9]{1,2}(\\.[0-9]{1,6})?";

  private IndicatorKeyParts() {}

  static void of(KeyGroup keys, String prefix) {
    keys.medium(
        prefix + IndicatorKeys.OF,
        "What is measured",
        Type.STRING,
        "price",
        Rules.oneOf(
            Arrays.stream(Measured.values())
                .map(of -> of.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new)),
        "The price, or the volume.");
  }

  static void window(KeyGroup keys, String prefix, long minutes) {
    keys.medium(
        prefix + IndicatorKeys.WINDOW,
        "Window (minutes)",
        Type.LONG,
        minutes,
        Rules.between(1, WEEK_MINUTES, "minutes"),
        "How far back it looks, by the trades' own times. The window moves on in twelfths. A"
            + " threshold of a price needs none.");
  }

  static void quiet(KeyGroup keys, String prefix, long minutes) {
    keys.low(
        prefix + IndicatorKeys.QUIET,
        "Quiet time (minutes)",
        Type.LONG,
        minutes,
        Rules.between(0, WEEK_MINUTES, "minutes"),
        "How long after an alert the next of the same market and kind waits.");
  }

  static Rule number(double least, double most) {
    return Rules.rule(
        "a number from " + text(least) + " to " + text(most),
        value -> ((Number) value).doubleValue() >= least && ((Number) value).doubleValue() <= most);
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static boolean isPositive(Object value) {
    return Pattern.matches("[0-9]{1,30}(\\.[0-9]{1,30})?", value.toString())
        && new BigDecimal(value.toString()).signum() > 0;
  }

  static boolean areFees(Object value) {
    return ((List<?>) value).stream().allMatch(fee -> fee.toString().matches(FEE_PATTERN));
  }
}
