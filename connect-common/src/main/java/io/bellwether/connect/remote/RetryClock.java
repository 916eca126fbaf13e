package io.bellwether.connect.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.utils.ExponentialBackoff;

/**
 * When something that failed may be tried again: after the time that the service asked for, but
 * never sooner than a back-off that grows with each failure in a row. Belongs to one thread.
 */
public final class RetryClock {
  private final InstantSource clock;
  private final ExponentialBackoff backoff;
  private Instant next = Instant.MIN;
  private int failures;

  /**
   * @param backoff in milliseconds, by the number of failures so far
   */
  public RetryClock(InstantSource clock, ExponentialBackoff backoff) {
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * It failed once more.
   *
   * @param asked how long the service wants to be left alone; zero when it did not say
   * @return how long to wait
   */
  public Duration failed(Duration asked) {
    Duration grown = Duration.ofMillis(backoff.backoff(failures++));
    Duration delay = asked.compareTo(grown) > 0 ? asked : grown;
    next = clock.instant().plus(delay);
    return delay;
  }

  /** It worked: the next failure is the first in a row. */
  public void succeeded() {
    failures = 0;
    next = Instant.MIN;
  }

  /** Whether it may be tried now. */
  public boolean isDue() {
    return !next.isAfter(clock.instant());
  }

  /** How long until it may be tried; zero when it may be tried now. */
  public Duration untilDue() {
    return isDue() ? Duration.ZERO : Duration.between(clock.instant(), next);
  }
}
