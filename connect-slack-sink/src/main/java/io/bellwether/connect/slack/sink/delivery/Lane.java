package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The alerts that wait for one channel, first in, first out, at the channel's pace, and what is
 * known of the channel.
 */
final class Lane {
  private static final Duration SLACKS_PACE = Duration.ofSeconds(1);

  private final Deque<Alert> waiting = new ArrayDeque<>();
  private final InstantSource clock;
  private final RateBudget pace;
  private final Knowledge knowledge;
  private final Trust trust = new Trust();
  private final Threads threads;
  private int failures;
  private Instant lastCall = Instant.EPOCH;
  private Instant callBefore = Instant.EPOCH;
  private Instant limitedUntil = Instant.EPOCH;
  private Instant readAfter = Instant.EPOCH;
  private Refusal refusal;

  private record Refusal(DeadLetter why, Instant until) {}

  Lane(InstantSource clock, DeliveryPace delivery) {
    this.clock = clock;
    this.pace = new RateBudget(clock, delivery.interval(), 1);
    this.threads = new Threads(clock, delivery.threadWindow());
    this.knowledge = new Knowledge(clock);
  }

  Threads threads() {
    return threads;
  }

  Knowledge knowledge() {
    return knowledge;
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

  /**
   * The first one; together with those behind it if more than so many wait. Only what is known not
   * to have been posted.
   */
  List<Alert> batch(int digestAbove, PostedIds posted) {
    Digest digest = new Digest(trust.most());
    if (waiting.size() <= digestAbove) {
      digest.add(first());
      return digest.alerts();
    }
    for (Alert alert : waiting) {
      if (!alert.thread().equals(first().thread())
          || posted.contains(alert)
          || digest.hasEvent(alert.eventId())) {
        continue;
      }
      if (!knowledge.reaches(alert.earliestPost()) || !digest.add(alert)) {
        break;
      }
    }
    return digest.alerts();
  }

  /** A digest was refused: what is wrong with it shows when there is less in it. */
  void split(int size) {
    answered();
    trust.refused(size);
  }

  Duration untilFree() {
    return pace.untilFree();
  }

  /** Whether it must be found out what is in the channel before the first one is posted. */
  boolean mustRead() {
    return !knowledge.reaches(first().earliestPost());
  }

  /** Since when all that waits can have been posted. */
  Instant readFrom() {
    return knowledge.readFrom(
        waiting.stream().map(Alert::earliestPost).min(Instant::compareTo).orElseThrow());
  }

  Duration untilRead() {
    Instant now = clock.instant();
    return readAfter.isAfter(now) ? Duration.between(now, readAfter) : Duration.ZERO;
  }

  void readLater(Duration time) {
    readAfter = clock.instant().plus(time);
  }

  /** Nobody may look into the channel: what waits is refused for so long without asking again. */
  void refuse(DeadLetter why, Duration time) {
    refusal = new Refusal(why, clock.instant().plus(time));
  }

  /** Why everything is refused; {@code null} if it is not. */
  DeadLetter refused() {
    return refusal == null || !refusal.until().isAfter(clock.instant()) ? null : refusal.why();
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

  /** They are done with; one that was dropped meanwhile and has come again stays. */
  void remove(Collection<Alert> alerts) {
    answered();
    trust.settled(alerts.size());
    Set<Alert> same = Collections.newSetFromMap(new IdentityHashMap<>());
    same.addAll(alerts);
    waiting.removeIf(same::contains);
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

  /** Whether the last message arrived is not known. */
  void doubtLastCall() {
    knowledge.doubt(lastCall);
  }

  void answered() {
    failures = 0;
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
