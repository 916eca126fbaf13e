package io.bellwether.connect.slack.source.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Timestamps of messages, the newest thousand. Stored as the microseconds of the first and then the
 * distances, in base 36, which is a third of the room. Immutable.
 */
final class Remembered {
  static final Remembered NONE = new Remembered(new long[0]);

  private static final int MOST = 1_000;
  private static final int RADIX = 36;

  private final long[] micros;

  private Remembered(long[] micros) {
    this.micros = micros;
  }

  static Remembered parse(String field, String stored) {
    try {
      long[] distances =
          Arrays.stream(stored.split(",", -1))
              .mapToLong(one -> Long.parseLong(one, RADIX))
              .toArray();
      Arrays.parallelPrefix(distances, Math::addExact);
      return new Remembered(distances);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new ConnectException(
          "The offset field '%s' takes what the connector stored there, or nothing, not '%s'."
              .formatted(field, stored));
    }
  }

  String stored() {
    return LongStream.range(0, micros.length)
        .map(at -> micros[(int) at] - (at == 0 ? 0 : micros[(int) at - 1]))
        .mapToObj(distance -> Long.toString(distance, RADIX))
        .collect(Collectors.joining(","));
  }

  boolean isEmpty() {
    return micros.length == 0;
  }

  boolean contains(String ts) {
    return Arrays.binarySearch(micros, micros(ts)) >= 0;
  }

  Remembered with(String ts) {
    if (contains(ts)) {
      return this;
    }
    long[] all = Arrays.copyOf(micros, micros.length + 1);
    all[micros.length] = micros(ts);
    Arrays.sort(all);
    return new Remembered(
        all.length > MOST ? Arrays.copyOfRange(all, all.length - MOST, all.length) : all);
  }

  Remembered without(String ts) {
    long gone = micros(ts);
    return new Remembered(Arrays.stream(micros).filter(each -> each != gone).toArray());
  }

  /** Forgets what is older. */
  Remembered from(String ts) {
    long oldest = micros(ts);
    return micros.length == 0 || micros[0] >= oldest
        ? this
        : new Remembered(Arrays.stream(micros).filter(each -> each >= oldest).toArray());
  }

  List<String> timestamps() {
    return Arrays.stream(micros).mapToObj(Remembered::ts).toList();
  }

  private static long micros(String ts) {
    return new BigDecimal(ts).movePointRight(6).longValue();
  }

  private static String ts(long micros) {
    return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
  }
}
