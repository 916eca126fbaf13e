package io.bellwether.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Does things at fixed times, whatever the answers do: one that is late does not move those after
 * it. Latency is counted from the moment a thing was due, so that a stalled system cannot hide its
 * stall by keeping the sender waiting ("coordinated omission").
 */
public final class Schedule {
  private static final double MICROS_PER_SECOND = 1e6;

  private final SteadyClock clock;
  private final double perSecond;

  public Schedule(SteadyClock clock, double perSecond) {
    this.clock = clock;
    this.perSecond = perSecond;
  }

  /** What to do. */
  @FunctionalInterface
  public interface Act {
    /**
     * Does the n-th thing, 0 being the first.
     *
     * @param due when it was to be done, in microseconds of the clock
     */
    void at(int n, long due) throws InterruptedException;
  }

  /** Does so many things and returns when the last has been done. */
  public void run(int times, Act act) throws InterruptedException {
    long begin = clock.micros();
    for (int n = 0; n < times; n++) {
      long due = begin + (long) (n / perSecond * MICROS_PER_SECOND);
      await(due);
      act.at(n, due);
    }
  }

  private void await(long due) throws InterruptedException {
    long left = due - clock.micros();
    while (left > 0) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      left = due - clock.micros();
    }
  }
}
