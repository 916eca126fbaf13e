package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.api.RepliesQuery;
import io.bellwether.connect.slack.source.api.WindowPage;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** One channel: the history and the threads that are being read, and what waits to be emitted. */
final class ChannelReader {
  /** Slack's clocks need not agree to the second: the newest messages are not taken as complete. */
  private static final long SETTLING_SECONDS = 5;

  private static final int MAX_PAGES = 20;
  private static final int MAX_SEEN_ABOVE = 500;

  /** More would make the stored position too large; history has to bring the rest. */
  private static final int FULL = 5_000;

  /** Later than Slack's clock, should ours be slow. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final ChannelLedger ledger;
  private final ThreadWatch threads;
  private final Deque<Step> steps = new ArrayDeque<>();
  private Optional<ChannelDrain> drain = Optional.empty();
  private Instant due = Instant.MIN;
  private Instant lastRead = Instant.MIN;
  private Instant lastEmitted = Instant.MAX;
  private boolean emitted = true;
  private boolean again;

  /**
   * @param ledger knows what was emitted
   * @param mapper makes the records of deletions
   */
  ChannelReader(ChannelLedger ledger, FeedbackMapper mapper) {
    this.ledger = ledger;
    this.threads = new ThreadWatch(ledger.channelId(), ledger.watching(), mapper);
  }

  String channelId() {
    return ledger.channelId();
  }

  /** When history is to be read next. */
  Instant due() {
    return steps.isEmpty() ? due : Instant.MAX;
  }

  /** Whether more is there to read than was read. */
  boolean isBehind(Instant now) {
    return drain.isPresent() || !steps.isEmpty() || !due.isAfter(now);
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
    return drain.get().next(ledger.position().drainedTo());
  }

  /** The next page of parents to ask for. */
  HistoryQuery nextLook(Instant now) {
    lastRead = now;
    boolean isQuiet = Duration.between(lastEmitted, now).toSeconds() > SETTLING_SECONDS;
    return threads.nextLook(ledger.position(), ahead(now), isQuiet);
  }

  /** Which edits the next page of messages is to show. */
  Optional<String> editedSince() {
    return threads.editedSince(ledger.position());
  }

  /** The next page of a thread to ask for. */
  RepliesQuery nextReplies(Instant now) {
    lastRead = now;
    return threads.nextReplies(ledger.position().replies());
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
    steps.addAll(threads.accept(page, ledger.position(), SETTLING_SECONDS, nextReading));
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
    Optional<SourceRecord> record = ledger.take(steps.remove());
    emitted |= record.isPresent();
    return record;
  }

  /** Whether no more live messages can be remembered before history has been read. */
  boolean isFull() {
    return ledger.remembered() >= FULL;
  }

  /** Emits a live message, unless it was emitted before or is not wanted. */
  Optional<SourceRecord> live(Said said) {
    Optional<SourceRecord> record = ledger.live(said);
    emitted |= record.isPresent();
    if (ledger.remembered() > MAX_SEEN_ABOVE) {
      wantHistory();
    }
    return record;
  }

  private static String ahead(Instant now) {
    return SlackTs.of(now.plus(AHEAD));
  }

  /** A heartbeat, when the position has moved since the last one and that was long enough ago. */
  Optional<SourceRecord> heartbeat(Instant now, Duration interval) {
    if (emitted) {
      lastEmitted = now;
      emitted = false;
    }
    return hasDrained() ? Optional.empty() : ledger.heartbeat(now, interval);
  }
}
