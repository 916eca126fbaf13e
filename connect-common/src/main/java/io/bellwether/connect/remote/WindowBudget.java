package io.bellwether.connect.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A budget of so many calls in a window of time, which the service tells in the headers of its
 * answers. The tasks of a connector share it and know nothing of each other: each takes no more
 * than its share of the limit and, once the service has told what remains for all, its share of
 * that. Safe for use from several threads.
 */
public final class WindowBudget implements Budget {
  private final InstantSource clock;
  private final Duration window;
  private final int tasks;
  private long limit;
  private long left;
  private Instant reset;
  private Instant pausedUntil = Instant.MIN;

  /**
   * @param limit calls in a window, all tasks together, as far as known before the first answer
   * @param window how long a window is
   * @param tasks how many tasks share the limit, this one included
   */
  public WindowBudget(InstantSource clock, long limit, Duration window, int tasks) {
    if (limit < 1 || tasks < 1) {
      throw new IllegalArgumentException(
          "A budget needs a limit and a task: " + limit + ", " + tasks);
    }
    this.clock = clock;
    this.window = window;
    this.tasks = tasks;
    this.limit = limit;
    begin();
  }

  /**
   * What an answer's headers say.
   *
   * @param limit calls in a window
   * @param remaining calls that are left in this one, for all who share the credentials
   * @param untilReset when the window ends, from now
   */
  public synchronized void told(long limit, long remaining, Duration untilReset) {
    this.limit = Math.max(1, limit);
    this.reset = clock.instant().plus(untilReset);
    this.left = Math.max(0, remaining) / tasks;
  }

  /** Calls in a window for this task, at least 1. */
  public synchronized long share() {
    return Math.max(1, limit / tasks);
  }

  @Override
  public synchronized Duration untilFree() {
    Instant now = clock.instant();
    if (!now.isBefore(reset)) {
      begin();
    }
    Instant free = left > 0 ? now : reset;
    Instant until = free.isAfter(pausedUntil) ? free : pausedUntil;
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  @Override
  public synchronized boolean tryTake() {
    if (!untilFree().isZero()) {
      return false;
    }
    left--;
    return true;
  }

  @Override
  public synchronized void pauseFor(Duration duration) {
    Instant until = clock.instant().plus(duration);
    if (until.isAfter(pausedUntil)) {
      pausedUntil = until;
    }
  }

  private void begin() {
    left = share();
    reset = clock.instant().plus(window);
  }
}
