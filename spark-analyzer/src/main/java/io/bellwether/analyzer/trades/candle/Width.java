package io.bellwether.analyzer.trades.candle;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long a candle's window is. Windows begin at whole multiples of it since 1970, UTC. */
public enum Width {
  M1(1, "1m", TimeUnit.MINUTES.toNanos(1)),
  M5(5, "5m", TimeUnit.MINUTES.toNanos(5)),
  H1(60, "1h", TimeUnit.HOURS.toNanos(1));

  private final int code;
  private final String word;
  private final long nanos;

  Width(int code, String word, long nanos) {
    this.code = code;
    this.word = word;
    this.nanos = nanos;
  }

  /** In a checkpoint; never changes. */
  public int code() {
    return code;
  }

  public String word() {
    return word;
  }

  public long nanos() {
    return nanos;
  }

  /** The number of the window that a time lies in. */
  long window(long at) {
    return Math.floorDiv(at, nanos);
  }

  public static String[] words() {
    return Arrays.stream(values()).map(Width::word).toArray(String[]::new);
  }

  public static Width ofCode(int code) {
    return Arrays.stream(values()).filter(width -> width.code == code).findFirst().orElseThrow();
  }

  /**
   * @throws IllegalArgumentException if there is no such width
   */
  public static Width of(String word) {
    return Arrays.stream(values())
        .filter(width -> width.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }
}
