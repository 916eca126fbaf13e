package io.bellwether.analyzer.scorer.azure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How often one kind of call may be made: so many in any second, so many in any minute, and none
 * while the service has asked to be left alone. Several threads wait here.
 */
final class Pace {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final int perSecond;
  private final int perMinute;
  // When the calls of the last minute were let go, by System.nanoTime().
  private final Deque<Long> starts = new ArrayDeque<>();
  private boolean held;
  private long heldUntil;

  Pace(int perSecond, int perMinute) {
    this.perSecond = perSecond;
    this.perMinute = perMinute;
  }

  /** Returns when a call may be made, which then counts. */
  void await() throws InterruptedException {
    synchronized (this) {
      long wait = take(System.nanoTime());
      while (wait > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, wait);
        wait = take(System.nanoTime());
      }
    }
  }

  /** No call before this time has passed. The one that was refused does not count. */
  synchronized void hold(Duration wait) {
    hold(wait, System.nanoTime());
  }

  synchronized void hold(Duration wait, long now) {
    starts.pollLast();
    long until = now + wait.toNanos();
    if (!held || until - heldUntil > 0) {
      held = true;
      heldUntil = until;
    }
  }

  /** Counts a call and returns 0, or returns how many nanoseconds are left to wait. */
  synchronized long take(long now) {
    if (held && heldUntil - now > 0) {
      return heldUntil - now;
    }
    held = false;
    while (!starts.isEmpty() && now - starts.peekFirst() >= MINUTE) {
      starts.removeFirst();
    }
    if (starts.size() >= perMinute) {
      return MINUTE - (now - starts.peekFirst());
    }
    long oldestOfASecond = nthLast(perSecond, now);
    if (now - oldestOfASecond < SECOND) {
      return SECOND - (now - oldestOfASecond);
    }
    starts.addLast(now);
    return 0;
  }

  private long nthLast(int n, long now) {
    if (starts.size() < n) {
      return now - SECOND;
    }
    var backwards = starts.descendingIterator();
    long start = now;
    for (int i = 0; i < n; i++) {
      start = backwards.next();
    }
    return start;
  }
}
