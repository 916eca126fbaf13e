package io.bellwether.connect.slack;

import io.bellwether.connect.metrics.Counter;
import io.bellwether.connect.metrics.Meters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts calls of the Web API and what came of them. Safe for use from several threads. */
public final class SlackCalls {
  private final InstantSource clock;
  private final Counter requests;
  private final Counter limited;
  private volatile Instant lastSuccess;

  /** Published as metrics of a task. */
  public SlackCalls(Meters meters, InstantSource clock) {
    this.clock = clock;
    this.lastSuccess = clock.instant();
    requests = meters.counter("requests-total", "Calls of Slack's Web API.");
    limited = meters.counter("requests-limited-total", "Calls that met Slack's rate limit (429).");
    meters.gauge(
        "seconds-since-last-success",
        "Seconds since Slack last did what it was asked; since the task's start, if never.",
        this::secondsSinceLastSuccess);
  }

  /** Counted and published nowhere. */
  static SlackCalls unpublished() {
    return new SlackCalls(Meters.none(), InstantSource.system());
  }

  void started() {
    requests.increment();
  }

  void limited() {
    limited.increment();
  }

  void succeeded() {
    lastSuccess = clock.instant();
  }

  private long secondsSinceLastSuccess() {
    return Duration.between(lastSuccess, clock.instant()).toSeconds();
  }
}
