package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.metrics.Counter;
import io.bellwether.connect.metrics.Meters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The metrics of a sink task. */
public final class Tally {
  private final Meters meters;
  private final Counter messages;
  private final Counter posted;
  private final Counter digested;
  private final Counter repeats;
  private final Counter dead;
  private final Counter looks;

  public Tally(Meters meters) {
    this.meters = meters;
    messages = meters.counter("messages-posted-total", "Messages posted, digests as one.");
    posted = meters.counter("alerts-posted-total", "Alerts posted, alone or in a digest.");
    digested = meters.counter("alerts-digested-total", "Alerts posted in a digest.");
    repeats =
        meters.counter(
            "repeats-skipped-total",
            "Alerts that were not posted because they were posted before.");
    dead = meters.counter("alerts-dead-total", "Records that Slack will never take.");
    looks = meters.counter("channels-read-back-total", "Times a channel was read back to its end.");
  }

  void watch(Outbox outbox, InstantSource clock) {
    meters.gauge("alerts-waiting", "Alerts that wait to be posted.", outbox::size);
    meters.gauge(
        "lag-seconds",
        "Age of the oldest record that waits to be posted, in seconds; 0 if none does.",
        () ->
            outbox
                .oldest()
                .map(oldest -> Math.max(0, secondsSince(oldest, clock.instant())))
                .orElse(0L));
  }

  /** One record went to the dead letters. */
  public void dead() {
    dead.increment();
  }

  void settled(int alerts, Delivery delivery) {
    if (delivery instanceof Delivery.Posted) {
      messages.increment();
      posted.add(alerts);
      digested.add(alerts > 1 ? alerts : 0);
    } else if (delivery instanceof Delivery.PostedBefore) {
      repeats.add(alerts);
    }
  }

  void looked() {
    looks.increment();
  }

  private static long secondsSince(Instant time, Instant now) {
    return Duration.between(time, now).toSeconds();
  }
}
