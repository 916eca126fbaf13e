package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.mapping.Said.Kind;
import io.bellwether.connect.slack.source.offset.ChangesPosition;
import io.bellwether.connect.slack.source.offset.RepliesPosition;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The position of one channel and the records that carry it. The position moves exactly when the
 * record that carries it is made.
 */
final class ChannelLedger {
  private static final int MICROS = 1_000_000;

  private final SlackPartition partition;
  private final Watching watching;
  private final FeedbackRecords records;
  private final Heartbeats heartbeats;
  private SlackPosition position;
  private SlackPosition stored;
  private Instant lastHeartbeat = Instant.MIN;

  /**
   * @param stored the position that Connect has, if it has one
   * @param start where to start otherwise
   */
  ChannelLedger(
      SlackPartition partition,
      Optional<SlackPosition> stored,
      SlackPosition start,
      Watching watching,
      FeedbackRecords records,
      Heartbeats heartbeats) {
    this.partition = partition;
    this.stored = stored.orElse(null);
    this.position = stored.orElse(start);
    this.watching = watching;
    this.records = records;
    this.heartbeats = heartbeats;
  }

  String channelId() {
    return partition.channel();
  }

  Watching watching() {
    return watching;
  }

  SlackPosition position() {
    return position;
  }

  /** How much the position remembers one by one, besides its marks. */
  int remembered() {
    return Math.max(position.seenAbove(), position.replies().size());
  }

  /** Takes what history brought; there is a record unless it was emitted or is not wanted. */
  Optional<SourceRecord> take(Step step) {
    RepliesPosition replies = position.replies();
    if (step instanceof Step.Message message) {
      return message(message.said(), message.settled());
    } else if (step instanceof Step.Reply reply) {
      return reply(reply.parent(), reply.said());
    } else if (step instanceof Step.Change change) {
      Said said = change.said();
      // An edit of what was not read yet comes with the reading.
      return said.kind() == Kind.EDITED && !position.isSeen(said.ts())
          ? Optional.empty()
          : change(said);
    } else if (step instanceof Step.Looked look) {
      position = position.with(position.changes().withLook(look.from(), look.upTo()));
    } else if (step instanceof Step.RoundBegun round) {
      position = position.with(replies.withRound(round.to()));
    } else if (step instanceof Step.ThreadDone thread) {
      position = position.with(replies.withThread(thread.parent()));
    } else {
      position = position.with(replies.withoutRound());
    }
    return Optional.empty();
  }

  private Optional<SourceRecord> message(Said said, boolean settled) {
    if (said.thread().isPresent()) {
      return Optional.empty();
    }
    boolean isNew = !position.isSeen(said.ts());
    position = settled ? position.withDrainedTo(said.ts()) : position.withSeen(said.ts());
    return isNew ? first(said) : Optional.empty();
  }

  private Optional<SourceRecord> reply(String parent, Said said) {
    RepliesPosition replies = position.replies();
    boolean isNew = !replies.isDoneInRound(parent, said.ts());
    boolean isLate = watching.isLate(parent, said.ts());
    position = position.with(replies.withRead(parent, said.ts(), isLate));
    return isNew ? first(said) : Optional.empty();
  }

  /** Takes what came live. */
  Optional<SourceRecord> live(Said said) {
    boolean isNew = markSeen(said);
    if (said.kind() != Kind.SAID) {
      return change(said);
    }
    return isNew ? first(said) : Optional.empty();
  }

  /** Marks a message or reply; an edit that comes before its message stands for it. */
  private boolean markSeen(Said said) {
    if (said.kind() == Kind.DELETED) {
      return false;
    }
    if (said.thread().isEmpty()) {
      boolean isNew = !position.isSeen(said.ts());
      position = position.withSeen(said.ts());
      return isNew;
    }
    String parent = said.thread().get();
    boolean isLate = watching.isLate(parent, said.ts());
    if (position.replies().isDone(parent, said.ts(), isLate)) {
      return false;
    }
    position = position.with(position.replies().withLive(said.ts(), isLate));
    return true;
  }

  /** Something that is read for the first time, perhaps edited already. */
  private Optional<SourceRecord> first(Said said) {
    ChangesPosition changes = position.changes();
    if (!watching.changes()) {
      return record(said);
    }
    if (said.version() > 0) {
      if (changes.isTold(said.ts(), said.version())) {
        return Optional.empty();
      }
      changes = changes.withVersion(said.ts(), said.version(), isLate(said));
    }
    return emitted(said, changes);
  }

  private Optional<SourceRecord> change(Said said) {
    ChangesPosition changes = position.changes();
    if (said.kind() == Kind.DELETED) {
      if (!changes.isEmitted(said.ts())) {
        return Optional.empty();
      }
      position = position.with(changes.without(said.ts()));
      return record(said);
    }
    if (changes.isDone(said.ts(), said.version(), isLate(said))) {
      return Optional.empty();
    }
    return emitted(said, changes.withVersion(said.ts(), said.version(), isLate(said)));
  }

  /** Whether no look can see this edit. */
  private boolean isLate(Said said) {
    return said.thread().isPresent()
        || watching.isLate(said.ts(), String.valueOf(said.version() / MICROS));
  }

  private Optional<SourceRecord> emitted(Said said, ChangesPosition changes) {
    position =
        position.with(
            said.feedback().isPresent()
                ? changes.withEmitted(said.ts(), said.thread().isPresent())
                : changes);
    return record(said);
  }

  private Optional<SourceRecord> record(Said said) {
    return said.feedback()
        .map(
            feedback ->
                said.kind() == Kind.DELETED && watching.tombstones()
                    ? records.tombstone(feedback, partition, position)
                    : records.record(feedback, partition, position));
  }

  /** A heartbeat, when the position has moved since the last one and that was long enough ago. */
  Optional<SourceRecord> heartbeat(Instant now, Duration interval) {
    boolean isTime = Duration.between(lastHeartbeat, now).compareTo(interval) >= 0;
    if (!isTime || position.equals(stored)) {
      return Optional.empty();
    }
    stored = position;
    lastHeartbeat = now;
    return Optional.of(heartbeats.record(partition, position, now));
  }
}
