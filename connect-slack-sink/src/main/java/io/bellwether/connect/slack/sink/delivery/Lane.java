package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.kafka.common.TopicPartition;

/** The alerts that wait for one channel, first in, first out, at the channel's pace. */
final class Lane {
  private static final Duration SLACKS_PACE = Duration.ofSeconds(1);

  private final Deque<Alert> waiting = new ArrayDeque<>();
  private final InstantSource clock;
  private final RateBudget pace;
  private int failures;
  private Instant lastCall = Instant.EPOCH;
  private Instant callBefore = Instant.EPOCH;
  private Instant limitedUntil = Instant.EPOCH;

  Lane(InstantSource clock, Duration interval) {
    this.clock = clock;
    this.pace = new RateBudget(clock, interval, 1);
  }

  void add(Alert alert) {
    waiting.add(alert);
  }

  /** The next one; {@code null} if nothing waits. */
  Alert first() {
    return waiting.peek();
  }

  int size() {
    return waiting.size();
  }

  Duration untilFree() {
    return pace.untilFree();
  }

  void usePermit() {
    pace.tryTake();
    callBefore = lastCall;
    lastCall = clock.instant();
  }

  /** Whether the last two calls were closer than Slack allows in one channel. */
  boolean isFast() {
    return Duration.between(callBefore, lastCall).compareTo(SLACKS_PACE) < 0;
  }

  /**
   * The first one is done with; if it was dropped meanwhile and has come again, the new one stays.
   */
  @SuppressWarnings("ReferenceEquality")
  void remove(Alert alert) {
    failures = 0;
    if (waiting.peek() == alert) {
      waiting.remove();
    }
  }

  void drop(Collection<TopicPartition> revoked) {
    waiting.removeIf(alert -> revoked.contains(alert.partition()));
  }

  /** How often in a row the service did not take a message. */
  int failed() {
    return ++failures;
  }

  int failures() {
    return failures;
  }

  void pauseFor(Duration time) {
    pace.pauseFor(time);
  }

  /** The service itself asked for a pause. */
  void limitFor(Duration time) {
    pauseFor(time);
    limitedUntil = clock.instant().plus(time);
  }

  boolean isLimited() {
    return limitedUntil.isAfter(clock.instant());
  }
}
