package io.bellwether.quickstart.rows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's time, until somebody stops it. */
public final class Stopped implements Timekeeper {
  private final CountDownLatch stop = new CountDownLatch(1);

  /** Somebody wants to stop. */
  public void now() {
    stop.countDown();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean stoppedWithin(long nanos) {
    try {
      return stop.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
