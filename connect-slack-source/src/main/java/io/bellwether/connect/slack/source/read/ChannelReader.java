package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.api.RepliesQuery;
import io.bellwether.connect.slack.source.api.WindowPage;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.offset.RepliesPosition;
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

  private final SlackPartition partition;
  private final FeedbackRecords records;
  private final Heartbeats heartbeats;
  private final ThreadWatch threads;
  private final Deque<Step> steps = new ArrayDeque<>();
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
   * @param windowSeconds how old a message may be whose thread is watched; 0 for no watching
   */
  ChannelReader(
      SlackPartition partition,
      Optional<SlackPosition> stored,
      SlackPosition start,
      long windowSeconds,
      FeedbackRecords records,
      Heartbeats heartbeats) {
    this.partition = partition;
    this.stored = stored.orElse(null);
    this.position = stored.orElse(start);
    this.threads = new ThreadWatch(partition.channel(), windowSeconds);
    this.records = records;
    this.heartbeats = heartbeats;
  }

  String channelId() {
    return partition.channel();
  }

  /** When history is to be read next. */
  Instant due() {
    return steps.isEmpty() ? due : Instant.MAX;
  }

  /** When the parents of threads are to be looked at next. */
  Instant lookDue() {
    return steps.isEmpty() ? threads.lookDue() : Instant.MAX;
  }

  /** Whether a thread is to be read. */
  boolean wantsReplies() {
    return steps.isEmpty() && threads.hasChanged();
  }

  /** When Slack was last asked for something of this channel. */
  Instant lastRead() {
    return lastRead;
  }

  /** History is to be read as soon as possible; what is being read may be too old already. */
  void wantHistory() {
    due = Instant.MIN;
    again = drain.isPresent();
    threads.want();
  }

  /** The next page of history to ask for. */
  HistoryQuery nextQuery(Instant now) {
    lastRead = now;
    if (drain.isEmpty()) {
      drain = Optional.of(new ChannelDrain(channelId(), ahead(now), MAX_PAGES));
    }
    return drain.get().next(position.drainedTo());
  }

  /** The next page of parents to ask for. */
  HistoryQuery nextLook(Instant now) {
    lastRead = now;
    return threads.nextLook(position.replies(), ahead(now));
  }

  /** The next page of a thread to ask for. */
  RepliesQuery nextReplies(Instant now) {
    lastRead = now;
    return threads.nextReplies(position.replies());
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
      steps.add(
          new Step.Message(
              said, settled == null || SlackTs.ORDER.compare(said.ts(), settled) <= 0));
    }
    if (running.isDone()) {
      drain = Optional.empty();
      due = again || running.wasCut() ? Instant.MIN : nextReading;
      again = false;
    }
  }

  /** Takes a page of parents. */
  void accept(WindowPage page, Instant nextReading) {
    steps.addAll(threads.accept(page, position.replies(), SETTLING_SECONDS, nextReading));
  }

  /** Takes a page of a thread. */
  void acceptReplies(HistoryPage page) {
    steps.addAll(threads.accept(page));
  }

  /** The thread that was asked for is not there any more. */
  void threadIsGone() {
    steps.addAll(threads.threadRead());
  }

  /** Begins the current stretch again, at the given time. */
  void restartDrain(Instant at) {
    drain.ifPresent(ChannelDrain::restart);
    due = at;
  }

  /** Begins the look at the parents, or the thread, again. */
  void restartThreads() {
    threads.restart();
  }

  /** Whether something that history brought waits to be emitted. */
  boolean hasDrained() {
    return !steps.isEmpty();
  }

  /** Emits the next message that history brought, unless it was emitted before or is not wanted. */
  Optional<SourceRecord> nextDrained() {
    Step next = steps.remove();
    RepliesPosition replies = position.replies();
    if (next instanceof Step.Message message) {
      return drained(message);
    } else if (next instanceof Step.Reply reply) {
      return drained(reply, replies);
    } else if (next instanceof Step.RoundBegun round) {
      position = position.with(replies.withRound(round.to()));
    } else if (next instanceof Step.ThreadDone thread) {
      position = position.with(replies.withThread(thread.parent()));
    } else {
      position = position.with(replies.withoutRound());
    }
    return Optional.empty();
  }

  private Optional<SourceRecord> drained(Step.Message message) {
    Said said = message.said();
    if (said.thread().isPresent()) {
      return Optional.empty();
    }
    boolean isNew = !position.isSeen(said.ts());
    position = message.settled() ? position.withDrainedTo(said.ts()) : position.withSeen(said.ts());
    return isNew ? record(said) : Optional.empty();
  }

  private Optional<SourceRecord> drained(Step.Reply reply, RepliesPosition replies) {
    Said said = reply.said();
    boolean isNew = !replies.isDoneInRound(reply.parent(), said.ts());
    boolean isLate = threads.isLate(reply.parent(), said.ts());
    position = position.with(replies.withRead(reply.parent(), said.ts(), isLate));
    return isNew ? record(said) : Optional.empty();
  }

  /** Whether no more live messages can be remembered before history has been read. */
  boolean isFull() {
    return position.seenAbove() >= FULL || position.replies().size() >= FULL;
  }

  /** Emits a live message, unless it was emitted before or is not wanted. */
  Optional<SourceRecord> live(Said said) {
    boolean isNew =
        said.thread().isPresent() ? isNewReply(said, said.thread().get()) : isNewMessage(said);
    if (position.seenAbove() > MAX_SEEN_ABOVE || position.replies().size() > MAX_SEEN_ABOVE) {
      wantHistory();
    }
    return isNew ? record(said) : Optional.empty();
  }

  private boolean isNewMessage(Said said) {
    if (position.isSeen(said.ts())) {
      return false;
    }
    position = position.withSeen(said.ts());
    return true;
  }

  private boolean isNewReply(Said said, String parent) {
    boolean isLate = threads.isLate(parent, said.ts());
    if (position.replies().isDone(parent, said.ts(), isLate)) {
      return false;
    }
    position = position.with(position.replies().withLive(said.ts(), isLate));
    return true;
  }

  private static String ahead(Instant now) {
    return SlackTs.of(now.plus(AHEAD));
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
