package io.bellwether.connect.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Slack's message timestamps, such as {@code 1700000000.000100}: seconds since 1970 in UTC with
 * microseconds, and at the same time the identity of a message in its channel. They stay strings,
 * because a floating-point number would change them.
 */
public final class SlackTs {
  /** Before every message. */
  public static final String BEGINNING = "0";

  /** Older first. */
  public static final Comparator<String> ORDER = Comparator.comparing(BigDecimal::new);

  private static final Pattern FORM = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final int MICROS = 6;

  private SlackTs() {}

  /** Whether this is the form of a timestamp. */
  public static boolean isValid(String ts) {
    return ts != null && FORM.matcher(ts).matches();
  }

  /** The time, in UTC. */
  public static Instant instant(String ts) {
    long micros = new BigDecimal(ts).movePointRight(MICROS).longValue();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  /** The timestamp of a time, cut to microseconds; the beginning for a time before 1970. */
  public static String of(Instant time) {
    return time.getEpochSecond() < 0
        ? BEGINNING
        : String.format(Locale.ROOT, "%d.%06d", time.getEpochSecond(), time.getNano() / 1000);
  }

  /** So many seconds earlier, but not before the beginning. */
  public static String secondsBefore(String ts, long seconds) {
    BigDecimal earlier = new BigDecimal(ts).subtract(BigDecimal.valueOf(seconds));
    return earlier.signum() <= 0 ? BEGINNING : earlier.toPlainString();
  }
}
