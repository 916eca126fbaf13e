package io.bellwether.standin.x;

import java.time.Instant;

/**
 * Ids as X makes them: 42 bits of milliseconds, 10 of a worker, 12 of a sequence. A later post has
 * the greater id.
 */
public final class Snowflake {
  /** Milliseconds since 1970 at which X's ids begin. */
  private static final long BEGIN = 1_288_834_974_657L;

  private static final int BITS_BELOW_TIME = 22;

  private Snowflake() {}

  /** The smallest id of this millisecond; 0 before ids began. */
  public static long first(Instant time) {
    return Math.max(0, time.toEpochMilli() - BEGIN) << BITS_BELOW_TIME;
  }

  /** When the id was made, to the millisecond. */
  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> BITS_BELOW_TIME) + BEGIN);
  }
}
