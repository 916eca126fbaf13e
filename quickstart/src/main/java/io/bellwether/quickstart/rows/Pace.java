package io.bellwether.quickstart.rows;

/**
 * Keeps to a schedule: what is due at a moment waits for that moment, and what is late does not
 * wait, so that a slow answer now and then does not lower the rate.
 */
public final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Timekeeper time;
  private final long begin;

  /** Begins now. */
  public Pace(Timekeeper time) {
    this.time = time;
    this.begin = time.nanos();
  }

  /** When the n-th thing, 0 being the first, is due at a rate: nanoseconds after the begin. */
  public static long atRate(long n, double perSecond) {
    return (long) (n / perSecond * NANOS_PER_SECOND);
  }

  /**
   * When something is due that happened so many milliseconds after the first: nanoseconds after the
   * begin.
   *
   * @param speed how many times as fast as it happened; infinity for at once
   */
  public static long inEventTime(long millisAfterFirst, double speed) {
    return (long) (millisAfterFirst / speed * NANOS_PER_MILLI);
  }

  /** Waits until so many nanoseconds after the begin; false when the user wants to stop. */
  public boolean awaitTurn(long due) {
    return !time.stoppedWithin(Math.max(0, due - elapsed()));
  }

  /** Nanoseconds since the begin. */
  public long elapsed() {
    return time.nanos() - begin;
  }
}
