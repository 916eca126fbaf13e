package io.bellwether.connect.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often a service may be asked: permits that come back evenly over time, up to a burst, and a
 * pause when the service itself asks for one. The clock is a parameter so that a test can let a day
 * pass in a millisecond.
 */
public final class RateBudget implements Budget {
  private final InstantSource clock;
  private final Duration interval;
  private final Duration burst;
  private Instant nextFree = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;

  /**
   * @param interval the time that one permit takes to come back
   * @param burst how many permits may be used at once after a quiet time; at least 1
   */
  public RateBudget(InstantSource clock, Duration interval, int burst) {
    if (burst < 1) {
      throw new IllegalArgumentException("A budget allows at least one call, not " + burst);
    }
    this.clock = clock;
    this.interval = interval;
    this.burst = interval.multipliedBy(burst - 1L);
  }

  /** A budget of so many calls a minute, without bursts, so that no minute sees more. */
  public static RateBudget perMinute(InstantSource clock, double calls) {
    return new RateBudget(clock, Duration.ofNanos((long) (60_000_000_000L / calls)), 1);
  }

  @Override
  public synchronized Duration untilFree() {
    Instant now = clock.instant();
    Instant free = nextFree.isAfter(pausedUntil) ? nextFree : pausedUntil;
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }

  @Override
  public synchronized boolean tryTake() {
    if (!untilFree().isZero()) {
      return false;
    }
    Instant earliest = clock.instant().minus(burst);
    nextFree = (nextFree.isBefore(earliest) ? earliest : nextFree).plus(interval);
    return true;
  }

  @Override
  public synchronized void pauseFor(Duration duration) {
    Instant until = clock.instant().plus(duration);
    if (until.isAfter(pausedUntil)) {
      pausedUntil = until;
    }
  }
}
