package io.bellwether.quickstart.replay;

import io.bellwether.quickstart.process.LaunchException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads the time of a row as milliseconds since 1970 in UTC. */
@FunctionalInterface
public interface EventTime {
  /** What tells the usual forms apart by itself. */
  String AUTO = "auto";

  /**
   * The moment a text says.
   *
   * @throws DateTimeException if it says none
   */
  long millis(String text);

  /**
   * A reader of one format.
   *
   * @param format {@code auto} for epoch seconds (with a fraction or without), epoch milliseconds
   *     or RFC 3339, else a pattern of {@link DateTimeFormatter}
   * @param zone of times that do not say theirs
   * @throws LaunchException if the pattern is none
   */
  static EventTime of(String format, ZoneId zone) {
    if (format.equals(AUTO)) {
      return EventTime::usual;
    }
    try {
      DateTimeFormatter pattern = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
      return text -> millis(pattern, text, zone);
    } catch (IllegalArgumentException e) {
      throw new LaunchException("--time-format: " + e.getMessage(), e);
    }
  }

  private static long usual(String text) {
    return isNumber(text) ? epoch(text) : rfc3339(text);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
        && Character.isDigit(text.charAt(0));
  }

  /** Seconds have ten digits between 2001 and 2286, milliseconds have thirteen. */
  private static long epoch(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      int digits = number.precision() - number.scale();
      return digits > 11 ? number.longValue() : number.movePointRight(3).longValue();
    } catch (NumberFormatException e) {
      throw new DateTimeException("no number: " + text, e);
    }
  }

  private static long rfc3339(String text) {
    boolean spaced = text.length() > 10 && text.charAt(10) == ' ';
    String form = spaced ? text.substring(0, 10) + "T" + text.substring(11) : text;
    try {
      return OffsetDateTime.parse(form).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new DateTimeException(
          "'"
              + text
              + "' is neither seconds nor milliseconds since 1970 nor RFC 3339:"
              + " say its form by --time-format, such as 'M/d/yyyy H:mm'",
          e);
    }
  }

  private static long millis(DateTimeFormatter pattern, String text, ZoneId zone) {
    TemporalAccessor parsed =
        pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    Instant instant;
    if (parsed instanceof ZonedDateTime zoned) {
      instant = zoned.toInstant();
    } else if (parsed instanceof LocalDateTime local) {
      instant = local.atZone(zone).toInstant();
    } else {
      instant = ((LocalDate) parsed).atStartOfDay(zone).toInstant();
    }
    return instant.toEpochMilli();
  }
}
