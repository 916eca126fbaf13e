package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.metrics.Counter;
import io.bellwether.connect.metrics.Meters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a task tells of itself, besides its calls; published where the worker can. */
final class SourceMeters {
  private final InstantSource clock;
  private final Counter records;
  private final Counter pages;
  private final Counter gaps;
  private volatile Instant lastSuccess;
  private volatile Instant caughtUp;
  private volatile boolean connected;
  private volatile boolean small;

  SourceMeters(Meters meters, InstantSource clock) {
    this.clock = clock;
    this.lastSuccess = clock.instant();
    this.caughtUp = lastSuccess;
    records = meters.counter("records-total", "Records of messages, replies and their changes.");
    pages = meters.counter("pages-total", "Pages of history and threads that were read.");
    gaps = meters.counter("gaps-total", "Times that live events may have been missed.");
    meters.gauge(
        "lag-seconds",
        "Seconds since all channels were last known to be read to their end; 0 while a connection"
            + " brings what is new.",
        () -> connected ? 0 : seconds(caughtUp));
    meters.gauge(
        "socket-connected",
        "1 while a Socket Mode connection works, else 0; always 0 in mode=history.",
        () -> connected ? 1 : 0);
    meters.gauge(
        "small-regime",
        "1 while Slack allows the app only 15 messages a page and one request a minute.",
        () -> small ? 1 : 0);
  }

  private long seconds(Instant since) {
    return Duration.between(since, clock.instant()).toSeconds();
  }

  void emitted(int count) {
    records.add(count);
  }

  void answered() {
    lastSuccess = clock.instant();
  }

  void page() {
    pages.increment();
  }

  void gap() {
    gaps.increment();
  }

  void caughtUp() {
    caughtUp = clock.instant();
  }

  void connected(boolean now) {
    connected = now;
  }

  void small(boolean now) {
    small = now;
  }

  /** How long Slack has not answered. */
  Duration silence() {
    return Duration.between(lastSuccess, clock.instant());
  }
}
