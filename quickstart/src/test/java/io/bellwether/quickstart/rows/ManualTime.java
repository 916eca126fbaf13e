package io.bellwether.quickstart.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by being waited for, or when a test says so. */
public final class ManualTime implements Timekeeper {
  private long now;
  private long stopAt = Long.MAX_VALUE;
  private final List<Long> waits = new ArrayList<>();

  private long eventAt = Long.MAX_VALUE;
  private Runnable event = () -> {};

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public boolean stoppedWithin(long nanos) {
    if (nanos > 0) {
      waits.add(nanos);
    }
    now = Math.max(now, Math.min(now + nanos, stopAt));
    if (now >= eventAt) {
      eventAt = Long.MAX_VALUE;
      event.run();
    }
    return now >= stopAt;
  }

  /** Something took this long. */
  public void pass(long nanos) {
    now += nanos;
  }

  /** Something happens once so much time has passed. */
  public void during(Duration passed, Runnable what) {
    eventAt = passed.toNanos();
    event = what;
  }

  /** The user presses Ctrl-C at this moment. */
  public void stopAt(long nanos) {
    stopAt = nanos;
  }

  /** All waits so far, in nanoseconds. */
  public List<Long> waits() {
    return List.copyOf(waits);
  }
}
