package io.bellwether.connect.poll;

import io.bellwether.connect.metrics.ReadMeters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions of a task by asking for one page after the other: of those that are due the
 * one that has waited longest, as far as its lane allows. Where nothing matched, the position
 * travels on a heartbeat. Trouble of the service is waited out, lane by lane.
 *
 * @param <A> what the service answers, a page
 */
public final class PollingSource<A> implements Reader {
  private static final Logger LOG = LoggerFactory.getLogger(PollingSource.class);

  private final List<Turn<A>> turns;
  private final Heartbeats heartbeats;
  private final Duration heartbeatInterval;
  private final ReadMeters meters;
  private final InstantSource clock;
  private final PollLoop loop;
  private final List<SourceRecord> ready = new ArrayList<>();

  /**
   * @param partitions all that the task reads
   * @param heartbeatInterval at least so long between two heartbeats of a partition
   * @param loop that this reader is turned over by
   */
  public PollingSource(
      List<? extends PolledPartition<A>> partitions,
      Heartbeats heartbeats,
      Duration heartbeatInterval,
      ReadMeters meters,
      InstantSource clock,
      PollLoop loop) {
    this.turns = partitions.stream().map(Turn<A>::new).toList();
    this.heartbeats = heartbeats;
    this.heartbeatInterval = heartbeatInterval;
    this.meters = meters;
    this.clock = clock;
    this.loop = loop;
  }

  @Override
  public List<SourceRecord> read() {
    Instant now = clock.instant();
    if (!loop.isAsking()) {
      next(now).ifPresent(turn -> ask(turn, now));
    }
    List<SourceRecord> records = new ArrayList<>(ready);
    ready.clear();
    for (Turn<A> turn : turns) {
      turn.heartbeat(now, heartbeatInterval, heartbeats).ifPresent(records::add);
    }
    return records;
  }

  @Override
  public Duration idle() {
    if (loop.isAsking()) {
      return Duration.ofDays(1);
    }
    Instant now = clock.instant();
    return turns.stream()
        .map(turn -> turn.idle(now, heartbeatInterval))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ofDays(1));
  }

  private Optional<Turn<A>> next(Instant now) {
    return turns.stream()
        .filter(turn -> !turn.partition.due().isAfter(now))
        .filter(turn -> turn.partition.lane().untilFree().isZero())
        .min(Comparator.comparing(turn -> turn.lastAsked))
        .filter(turn -> turn.partition.lane().tryTake());
  }

  private void ask(Turn<A> turn, Instant now) {
    turn.lastAsked = now;
    loop.ask(turn.partition.question(now), answer -> take(turn, answer));
  }

  private void take(Turn<A> turn, Outcome<A> answer) {
    Instant now = clock.instant();
    Lane lane = turn.partition.lane();
    if (answer instanceof Retry<A> retry) {
      Duration delay = lane.retries().failed(retry.after());
      LOG.warn(
          "The reading of {} from {} waits {}: {}",
          turn.partition.partition().toMap(),
          lane.name(),
          delay,
          retry.reason());
      return;
    }
    lane.retries().succeeded();
    if (answer instanceof Ok<A> ok) {
      meters.page();
      List<SourceRecord> records = turn.partition.accept(ok.value(), now);
      meters.emitted(records.size());
      emit(turn, records);
    } else if (answer instanceof Reject<A> reject) {
      emit(turn, turn.partition.refused(reject, now));
    }
    if (turns.stream().noneMatch(each -> each.partition.isBehind(now))) {
      meters.caughtUp();
    }
  }

  /**
   * A position has moved by another way than an answer, such as a live connection.
   *
   * @param partition one of those that are read
   * @param records that carry it; may be empty
   */
  public void moved(PolledPartition<A> partition, List<SourceRecord> records) {
    turns.stream()
        .filter(turn -> turn.partition == partition)
        .forEach(turn -> turn.emitted(records));
  }

  private void emit(Turn<A> turn, List<SourceRecord> records) {
    turn.emitted(records);
    ready.addAll(records);
  }
}
