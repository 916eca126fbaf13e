package io.bellwether.analyzer.trades.trade;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * Times as sources write them, {@code 2019-07-01T00:00:00.123456Z}: Java's own parser takes longer
 * than all else that is done with a trade. What has another form is left to it.
 */
final class UtcTime {
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
  private static final int MONTH = 5;
  private static final int DAY = 8;
  private static final int HOUR = 11;
  private static final int MINUTE = 14;
  private static final int SECOND = 17;
  private static final int MOST_DECIMALS = 9;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2261;
  private static final int TEN = 10;
  private static final int SIXTY = 60;
  private static final int HOURS = 24;

  private UtcTime() {}

  /**
   * Nanoseconds since 1970; -1 for what has another form.
   *
   * @throws java.time.DateTimeException if there is no such day
   */
  static long parse(String text) {
    int end = text.length() - 1;
    int decimals = end - SHAPE.length() - 1;
    boolean whole = decimals == -1;
    if (!hasShape(text)
        || text.charAt(end) != 'Z'
        || (!whole && (decimals < 1 || decimals > MOST_DECIMALS || !hasDecimals(text, end)))) {
      return -1;
    }
    int year = number(text, 0, MONTH - 1);
    int hour = number(text, HOUR, HOUR + 2);
    int minute = number(text, MINUTE, MINUTE + 2);
    int second = number(text, SECOND, SECOND + 2);
    if (year < FIRST_YEAR
        || year > LAST_YEAR
        || hour >= HOURS
        || minute >= SIXTY
        || second >= SIXTY) {
      return -1;
    }
    LocalDate date = LocalDate.of(year, number(text, MONTH, MONTH + 2), number(text, DAY, DAY + 2));
    long seconds =
        TimeUnit.DAYS.toSeconds(date.toEpochDay())
            + TimeUnit.HOURS.toSeconds(hour)
            + TimeUnit.MINUTES.toSeconds(minute)
            + second;
    long nanos = whole ? 0 : number(text, SHAPE.length() + 1, end);
    for (int i = whole ? MOST_DECIMALS : decimals; i < MOST_DECIMALS; i++) {
      nanos *= TEN;
    }
    return TimeUnit.SECONDS.toNanos(seconds) + nanos;
  }

  private static boolean hasShape(String text) {
    if (text.length() <= SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char expected = SHAPE.charAt(i);
      if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDecimals(String text, int end) {
    for (int i = SHAPE.length() + 1; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(SHAPE.length()) == '.';
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * TEN + text.charAt(i) - '0';
    }
    return value;
  }
}
