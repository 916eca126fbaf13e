package io.bellwether.connect.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts calls of a service and what came of them. Safe for use from several threads. */
public final class CallMeters {
  private final InstantSource clock;
  private final Counter requests;
  private final Counter limited;
  private volatile Instant lastSuccess;

  /**
   * Published as metrics of a task.
   *
   * @param service its name, for the descriptions
   */
  public CallMeters(String service, Meters meters, InstantSource clock) {
    this.clock = clock;
    this.lastSuccess = clock.instant();
    requests = meters.counter("requests-total", "Calls of " + service + ".");
    limited =
        meters.counter(
            "requests-limited-total", "Calls that met a rate limit of " + service + " (429).");
    meters.gauge(
        "seconds-since-last-success",
        "Seconds since "
            + service
            + " last did what it was asked; since the task's start, if never.",
        () -> silence().toSeconds());
  }

  /** Counted and published nowhere. */
  public static CallMeters unpublished() {
    return new CallMeters("the service", Meters.none(), InstantSource.system());
  }

  /** A call begins. */
  public void started() {
    requests.increment();
  }

  /** It met a rate limit. */
  public void limited() {
    limited.increment();
  }

  /** The service did what it was asked. */
  public void succeeded() {
    lastSuccess = clock.instant();
  }

  /** How long the service has not done what it was asked. */
  public Duration silence() {
    return Duration.between(lastSuccess, clock.instant());
  }
}
