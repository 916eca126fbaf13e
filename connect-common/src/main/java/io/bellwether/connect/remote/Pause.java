package io.bellwether.connect.remote;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one place where a connector waits. A wait ends when its time is over, when somebody has news
 * ({@link #wake()}), or at once and for ever when the connector stops.
 */
public final class Pause {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean news;
  private boolean stopped;

  /**
   * Waits; news that came since the last wait end it at once.
   *
   * @return {@code false} when the connector has stopped
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean await(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.NANOSECONDS.convert(atMost);
      while (!news && !stopped && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      news = false;
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  /** There is news: the current wait, or else the next one, ends. */
  public void wake() {
    lock.lock();
    try {
      news = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait, now and later. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@link #stop()} was called. */
  public boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }
}
