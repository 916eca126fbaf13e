package io.bellwether.quickstart.rows;

/** Time as a test can move it, with waits that the user can end. */
public interface Timekeeper {
  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits so many nanoseconds; true at once when the user wants to stop. */
  boolean stoppedWithin(long nanos);

  /** Whether the user wants to stop. */
  default boolean stopped() {
    return stoppedWithin(0);
  }
}
