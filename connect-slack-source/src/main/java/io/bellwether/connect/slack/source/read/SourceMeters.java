package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a task tells of itself, besides its calls; published where the worker can. */
final class SourceMeters {
  private final InstantSource clock;
  private final ReadMeters reading;
  private volatile Instant lastSuccess;
  private volatile boolean small;

  SourceMeters(Meters meters, InstantSource clock) {
    this.clock = clock;
    this.lastSuccess = clock.instant();
    reading =
        new ReadMeters(
            meters,
            clock,
            "Records of messages, replies and their changes.",
            "Pages of history and threads that were read.",
            "Always 0: Slack does not tell what it no longer keeps.");
    reading.withLive("a Socket Mode connection works, else 0; always 0 in mode=history.");
    meters.gauge(
        "small-regime",
        "1 while Slack allows the app only 15 messages a page and one request a minute.",
        () -> small ? 1 : 0);
  }

  /** Those that every source has. */
  ReadMeters reading() {
    return reading;
  }

  void answered() {
    lastSuccess = clock.instant();
  }

  void small(boolean now) {
    small = now;
  }

  /** How long Slack has not answered. */
  Duration silence() {
    return Duration.between(lastSuccess, clock.instant());
  }
}
