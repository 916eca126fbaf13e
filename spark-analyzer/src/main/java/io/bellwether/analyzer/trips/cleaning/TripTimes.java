package io.bellwether.analyzer.trips.cleaning;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates with times, and durations, and says of each whether it is one. */
final class TripTimes implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Pattern CLOCK = Pattern.compile("(-?)(\\d{1,7}):([0-5]?\\d):([0-5]?\\d)");
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");

  private final String pattern;
  private final ZoneId zone;
  // Made again where Spark has sent this object to.
  private transient volatile DateTimeFormatter formatter;

  /**
   * @param pattern of {@link DateTimeFormatter}
   * @throws IllegalArgumentException if it is none
   */
  TripTimes(String pattern, ZoneId zone) {
    this.pattern = pattern;
    this.zone = zone;
    this.formatter = strict(pattern);
  }

  /**
   * A formatter that takes no 30th of February for the 28th. A year that has no era, which is what
   * {@code y} is to Java, would then never be resolved, so {@code u} stands for it.
   */
  static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static boolean isFormat(String pattern) {
    try {
      LocalDateTime some = LocalDateTime.of(2016, 7, 19, 10, 22);
      DateTimeFormatter formatter = strict(pattern);
      return LocalDateTime.parse(formatter.format(some), formatter).equals(some);
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** The moment; the earlier of two in the hour that comes twice. Empty where there is none. */
  Optional<ZonedDateTime> moment(String text) {
    try {
      if (formatter == null) {
        formatter = strict(pattern);
      }
      LocalDateTime local = LocalDateTime.parse(text, formatter);
      ZonedDateTime moment = local.atZone(zone);
      // A time in the hour that is left out in spring does not exist.
      return moment.toLocalDateTime().equals(local) ? Optional.of(moment) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds of hours:minutes:seconds, or of seconds alone; may be negative. */
  static OptionalLong seconds(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      long seconds =
          Duration.ofHours(Long.parseLong(clock.group(2)))
              .plusMinutes(Long.parseLong(clock.group(3)))
              .plusSeconds(Long.parseLong(clock.group(4)))
              .toSeconds();
      return OptionalLong.of(clock.group(1).isEmpty() ? seconds : -seconds);
    }
    return SECONDS.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
