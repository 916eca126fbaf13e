package io.bellwether.standin.slack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message's {@code ts}: its time of arrival and, within its channel, its identity. Written as
 * Slack does, {@code "1700000000.000100"}.
 *
 * @param micros microseconds since the epoch, UTC
 */
public record Ts(long micros) implements Comparable<Ts> {
  private static final Pattern WRITTEN = Pattern.compile("\\d{1,12}(\\.\\d{0,9})?");
  private static final long SECOND = 1_000_000L;

  /** The ts of an instant, cut to microseconds. */
  public static Ts of(Instant instant) {
    return new Ts(instant.getEpochSecond() * SECOND + instant.getNano() / 1_000);
  }

  /** Reads a ts, or a plain number of seconds as {@code oldest} and {@code latest} also allow. */
  public static Optional<Ts> parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(text.endsWith(".") ? text + "0" : text);
    return Optional.of(
        new Ts(seconds.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact()));
  }

  /** Seconds since the epoch, UTC. */
  public long seconds() {
    return micros / SECOND;
  }

  Ts next() {
    return new Ts(micros + 1);
  }

  @Override
  public int compareTo(Ts other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d.%06d", micros / SECOND, micros % SECOND);
  }
}
