package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.PostedBefore;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Delivery.ThreadGone;
import io.bellwether.connect.slack.sink.delivery.Job.Look;
import io.bellwether.connect.slack.sink.delivery.Job.Post;
import io.bellwether.connect.slack.sink.delivery.Job.Settle;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Failed;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Later;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * All alerts that wait, each channel's in its own {@link Lane}, so that one that has to wait holds
 * up no other. The task's thread puts alerts in, the poster's takes them out.
 */
final class Outbox {
  /** Longer than anything waits. */
  private static final Duration IDLE = Duration.ofHours(1);

  private static final int REMEMBERED_IDS = 100_000;

  /** How long a channel that may not be read is left alone. */
  private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

  private final Messenger messenger;
  private final InstantSource clock;
  private final DeliveryPace pace;
  private final PostedIds posted = new PostedIds(REMEMBERED_IDS);
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** Sets no pace; it holds the pauses that concern every channel, also those yet unknown. */
  private final RateBudget all;

  /**
   * @param messenger asked only for looks into channels, which make no call here
   */
  Outbox(Messenger messenger, InstantSource clock, DeliveryPace pace) {
    this.messenger = messenger;
    this.clock = clock;
    this.pace = pace;
    this.all = new RateBudget(clock, Duration.ZERO, 1);
  }

  /** Puts an alert behind those of its channel. */
  synchronized void add(Alert alert) {
    lanes.computeIfAbsent(alert.channel(), name -> new Lane(clock, pace)).add(alert);
  }

  /** How many alerts wait. */
  synchronized int size() {
    return lanes.values().stream().mapToInt(Lane::size).sum();
  }

  /** When the oldest record that waits was written. */
  synchronized Optional<Instant> oldest() {
    return lanes.values().stream()
        .flatMap(lane -> Optional.ofNullable(lane.first()).stream())
        .flatMap(alert -> Optional.ofNullable(alert.record().timestamp()).stream())
        .min(Long::compare)
        .map(Instant::ofEpochMilli);
  }

  /** Forgets the alerts of partitions that now belong to another task. */
  synchronized void drop(Collection<TopicPartition> revoked) {
    lanes.values().forEach(lane -> lane.drop(revoked));
  }

  /** Partitions were assigned: other tasks may have posted what now waits here. */
  synchronized void forget() {
    lanes.values().forEach(lane -> lane.knowledge().forget());
  }

  /** What is to be done now; an alert stays in the outbox until {@link #settle}. In turns. */
  synchronized Optional<Job> next() {
    for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
      Lane lane = entry.getValue();
      if (lane.first() != null && untilDue(lane).isZero()) {
        lanes.remove(entry.getKey());
        lanes.put(entry.getKey(), lane);
        return Optional.of(job(entry.getKey(), lane));
      }
    }
    return Optional.empty();
  }

  private Job job(String channel, Lane lane) {
    Alert first = lane.first();
    if (posted.contains(first)) {
      return new Settle(first, new PostedBefore());
    }
    if (!lane.mustRead()) {
      lane.usePermit();
      return new Post(lane.batch(pace.digestAbove(), posted), lane.threads().parent(first));
    }
    if (lane.refused() != null) {
      return new Settle(first, lane.refused());
    }
    if (lane.knowledge().reading() == null) {
      Instant since = lane.readFrom();
      Instant parents = lane.threads().since();
      ReadBack readBack =
          messenger.readBack(channel, since, parents.isBefore(since) ? parents : since);
      lane.knowledge().begin(readBack, since);
    }
    return new Look(channel, lane.knowledge().reading());
  }

  /** How long until {@link #next} gives something, if nothing changes. */
  synchronized Duration untilNext() {
    return lanes.values().stream()
        .filter(lane -> lane.first() != null)
        .map(this::untilDue)
        .min(Duration::compareTo)
        .orElse(IDLE);
  }

  /**
   * Takes alerts of one message out, or keeps them for another attempt.
   *
   * @return whether this is their last word
   */
  synchronized boolean settle(List<Alert> alerts, Delivery delivery) {
    String channel = alerts.get(0).channel();
    Lane lane = lanes.get(channel);
    if (delivery instanceof Retry retry) {
      retryLater(lane, retry);
      return false;
    }
    if (delivery instanceof DeadLetter dead && !dead.ofChannel() && alerts.size() > 1) {
      lane.split(alerts.size());
      return false;
    }
    if (delivery instanceof ThreadGone) {
      lane.threads().gone(alerts.get(0));
      return false;
    }
    if (delivery instanceof Posted done) {
      lane.threads().posted(alerts, done.ts());
      alerts.forEach(alert -> posted.add(channel, alert.eventId(), clock.instant()));
    }
    lane.remove(alerts);
    return true;
  }

  /** Takes note of what a look into a channel gave. */
  synchronized void looked(Look look, Step step) {
    Lane lane = lanes.get(look.channel());
    if (step instanceof Later later) {
      lane.readLater(later.after());
    } else if (step instanceof Done done) {
      done.posted().forEach((eventId, at) -> posted.add(look.channel(), eventId, at));
      lane.threads().found(done.threads());
      lane.knowledge().done(look.readBack());
    } else if (step instanceof Failed failed) {
      if (failed.why() instanceof Retry retry) {
        lane.readLater(waitAfter(retry, lane.failed()));
      } else if (failed.why() instanceof DeadLetter dead) {
        lane.refuse(dead, REFUSED_FOR);
      }
    }
  }

  /** How often in a row the channel has failed. */
  synchronized int failures(String channel) {
    return lanes.get(channel).failures();
  }

  private Duration untilDue(Lane lane) {
    if (posted.contains(lane.first())) {
      return Duration.ZERO;
    }
    if (lane.mustRead()) {
      return lane.refused() == null ? lane.untilRead() : Duration.ZERO;
    }
    Duration own = lane.untilFree();
    Duration everybodys = all.untilFree();
    return own.compareTo(everybodys) > 0 ? own : everybodys;
  }

  private Duration waitAfter(Retry retry, int failures) {
    return retry.after().isZero()
        ? Duration.ofMillis(pace.backoff().backoff(failures - 1L))
        : retry.after();
  }

  private void retryLater(Lane lane, Retry retry) {
    Duration wait = waitAfter(retry, lane.failed());
    if (retry.maybePosted()) {
      lane.doubtLastCall();
      // Not at once: a message that Slack is still working on would not be seen.
      lane.readLater(wait);
    }
    if (retry.after().isZero()) {
      lane.pauseFor(wait);
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
