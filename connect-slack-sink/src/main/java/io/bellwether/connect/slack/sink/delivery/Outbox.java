package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.PostedBefore;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ExponentialBackoff;

/**
 * All alerts that wait, each channel's in its own {@link Lane}, so that one that has to wait holds
 * up no other. The task's thread puts alerts in, the poster's takes them out.
 */
final class Outbox {
  /** Longer than anything waits. */
  private static final Duration IDLE = Duration.ofHours(1);

  private static final int REMEMBERED_IDS = 100_000;

  private final InstantSource clock;
  private final Duration interval;
  private final ExponentialBackoff backoff;
  private final PostedIds posted = new PostedIds(REMEMBERED_IDS);
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** Sets no pace; it holds the pauses that concern every channel, also those yet unknown. */
  private final RateBudget all;

  /**
   * @param interval between two posts to one channel
   * @param backoff after failures, in milliseconds
   */
  Outbox(InstantSource clock, Duration interval, ExponentialBackoff backoff) {
    this.clock = clock;
    this.interval = interval;
    this.backoff = backoff;
    this.all = new RateBudget(clock, Duration.ZERO, 1);
  }

  /** Puts an alert behind those of its channel. */
  synchronized void add(Alert alert) {
    lanes.computeIfAbsent(alert.channel(), name -> new Lane(clock, interval)).add(alert);
  }

  /** How many alerts wait. */
  synchronized int size() {
    return lanes.values().stream().mapToInt(Lane::size).sum();
  }

  /** Forgets the alerts of partitions that now belong to another task. */
  synchronized void drop(Collection<TopicPartition> revoked) {
    lanes.values().forEach(lane -> lane.drop(revoked));
  }

  /** An alert that is due; it stays in the outbox until {@link #settle}. Channels take turns. */
  synchronized Optional<Alert> next() {
    for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
      Lane lane = entry.getValue();
      if (lane.first() != null && untilDue(lane).isZero()) {
        if (!posted.contains(lane.first())) {
          lane.usePermit();
        }
        lanes.remove(entry.getKey());
        lanes.put(entry.getKey(), lane);
        return Optional.of(lane.first());
      }
    }
    return Optional.empty();
  }

  /** How long until {@link #next} gives something, if nothing changes. */
  synchronized Duration untilNext() {
    return lanes.values().stream()
        .filter(lane -> lane.first() != null)
        .map(this::untilDue)
        .min(Duration::compareTo)
        .orElse(IDLE);
  }

  synchronized boolean wasPosted(Alert alert) {
    return posted.contains(alert);
  }

  /** Takes an alert out, or keeps it for another attempt. */
  synchronized void settle(Alert alert, Delivery delivery) {
    Lane lane = lanes.get(alert.channel());
    if (delivery instanceof Retry retry) {
      retryLater(lane, retry);
      return;
    }
    if (delivery instanceof Posted || delivery instanceof PostedBefore) {
      posted.add(alert);
    }
    lane.remove(alert);
  }

  /** How often in a row the channel of this alert has failed. */
  synchronized int failures(Alert alert) {
    return lanes.get(alert.channel()).failures();
  }

  private Duration untilDue(Lane lane) {
    if (posted.contains(lane.first())) {
      return Duration.ZERO;
    }
    Duration own = lane.untilFree();
    Duration everybodys = all.untilFree();
    return own.compareTo(everybodys) > 0 ? own : everybodys;
  }

  private void retryLater(Lane lane, Retry retry) {
    int failures = lane.failed();
    if (retry.after().isZero()) {
      lane.pauseFor(Duration.ofMillis(backoff.backoff(failures - 1L)));
      return;
    }
    // Slack's answer does not tell which limit was reached. It can be the channel's own only if the
    // channel was used fast; and a second limited channel shows that it is the workspace's.
    boolean everywhere =
        !lane.isFast()
            || lanes.values().stream().anyMatch(other -> other != lane && other.isLimited());
    lane.limitFor(retry.after());
    if (everywhere) {
      all.pauseFor(retry.after());
    }
  }
}
