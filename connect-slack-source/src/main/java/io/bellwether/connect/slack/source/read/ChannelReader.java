package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * One channel: its position, the history that is being read, and what waits to be emitted. The
 * position moves exactly when the record that carries it is made.
 */
final class ChannelReader {
  /** Slack's clocks need not agree to the second: the newest messages are not taken as complete. */
  private static final long SETTLING_SECONDS = 5;

  private static final int MAX_PAGES = 20;
  private static final int MAX_SEEN_ABOVE = 500;

  /** More would make the stored position too large; history has to bring the rest. */
  private static final int FULL = 5_000;

  /** Later than Slack's clock, should ours be slow. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private record Drained(Said said, boolean settled) {}

  private final SlackPartition partition;
  private final FeedbackRecords records;
  private final Heartbeats heartbeats;
  private final Deque<Drained> drained = new ArrayDeque<>();
  private SlackPosition position;
  private SlackPosition stored;
  private Optional<ChannelDrain> drain = Optional.empty();
  private Instant due = Instant.MIN;
  private Instant lastRead = Instant.MIN;
  private boolean again;
  private Instant lastHeartbeat = Instant.MIN;

  /**
   * @param stored the position that Connect has, if it has one
   * @param start where to start otherwise
   */
  ChannelReader(
      SlackPartition partition,
      Optional<SlackPosition> stored,
      SlackPosition start,
      FeedbackRecords records,
      Heartbeats heartbeats) {
    this.partition = partition;
    this.stored = stored.orElse(null);
    this.position = stored.orElse(start);
    this.records = records;
    this.heartbeats = heartbeats;
  }

  String channelId() {
    return partition.channel();
  }

  /** When history is to be read next. */
  Instant due() {
    return drained.isEmpty() ? due : Instant.MAX;
  }

  /** When history was last asked for. */
  Instant lastRead() {
    return lastRead;
  }

  /** History is to be read as soon as possible; what is being read may be too old already. */
  void wantHistory() {
    due = Instant.MIN;
    again = drain.isPresent();
  }

  /** The next page to ask for. */
  HistoryQuery nextQuery(Instant now) {
    lastRead = now;
    if (drain.isEmpty()) {
      drain = Optional.of(new ChannelDrain(channelId(), SlackTs.of(now.plus(AHEAD)), MAX_PAGES));
    }
    return drain.get().next(position.drainedTo());
  }

  /** Takes a page; the next reading is due at once, or at the given time when all is read. */
  void accept(HistoryPage page, Instant nextReading) {
    ChannelDrain running = drain.orElseThrow();
    var stretch = running.accept(page);
    String settled =
        stretch.isEmpty() || !running.isDone()
            ? null
            : SlackTs.secondsBefore(stretch.get(stretch.size() - 1).ts(), SETTLING_SECONDS);
    for (Said said : stretch) {
      drained.add(
          new Drained(said, settled == null || SlackTs.ORDER.compare(said.ts(), settled) <= 0));
    }
    if (running.isDone()) {
      drain = Optional.empty();
      due = again || running.wasCut() ? Instant.MIN : nextReading;
      again = false;
    }
  }

  /** Begins the current stretch again, at the given time. */
  void restartDrain(Instant at) {
    drain.ifPresent(ChannelDrain::restart);
    due = at;
  }

  /** Whether drained messages wait to be emitted. */
  boolean hasDrained() {
    return !drained.isEmpty();
  }

  /** Emits the next drained message, unless it was emitted before or is not wanted. */
  Optional<SourceRecord> nextDrained() {
    Drained next = drained.remove();
    Said said = next.said();
    boolean isNew = !position.isSeen(said.ts());
    position = next.settled() ? position.withDrainedTo(said.ts()) : position.withSeen(said.ts());
    return isNew ? record(said) : Optional.empty();
  }

  /** Whether no more live messages can be remembered before history has been read. */
  boolean isFull() {
    return position.seenAbove() >= FULL;
  }

  /** Emits a live message, unless it was emitted before or is not wanted. */
  Optional<SourceRecord> live(Said said) {
    if (position.isSeen(said.ts())) {
      return Optional.empty();
    }
    position = position.withSeen(said.ts());
    if (position.seenAbove() > MAX_SEEN_ABOVE) {
      wantHistory();
    }
    return record(said);
  }

  /** A heartbeat, when the position has moved since the last one and that was long enough ago. */
  Optional<SourceRecord> heartbeat(Instant now, Duration interval) {
    boolean isTime = Duration.between(lastHeartbeat, now).compareTo(interval) >= 0;
    if (position.equals(stored) || hasDrained() || !isTime) {
      return Optional.empty();
    }
    stored = position;
    lastHeartbeat = now;
    return Optional.of(heartbeats.record(partition, position, now));
  }

  private Optional<SourceRecord> record(Said said) {
    return said.feedback().map(feedback -> records.record(feedback, partition, position));
  }
}
