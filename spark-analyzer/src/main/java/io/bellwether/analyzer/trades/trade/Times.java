package io.bellwether.analyzer.trades.trade;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Times as nanoseconds since 1970, UTC: exact, and good until the year 2262. */
public final class Times {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

  private Times() {}

  /** An RFC 3339 time; empty for what is none, or lies before 1970 or after 2262. */
  public static Optional<Long> parse(String text) {
    try {
      long quick = UtcTime.parse(text);
      if (quick >= 0) {
        return Optional.of(quick);
      }
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      long second = instant.getEpochSecond();
      return second < 0 || second > LAST_SECOND
          ? Optional.empty()
          : Optional.of(second * NANOS + instant.getNano());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** RFC 3339 in UTC, with as many decimals as needed. */
  public static String text(long nanos) {
    return instant(nanos).toString();
  }

  /** The day in UTC, such as {@code 2019-07-01}. */
  public static String day(long nanos) {
    return instant(nanos).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
