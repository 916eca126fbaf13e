package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.api.RepliesQuery;
import io.bellwether.connect.slack.source.api.WindowPage;
import io.bellwether.connect.slack.source.api.WindowPage.Shown;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.mapping.SlackMessage;
import io.bellwether.connect.slack.source.offset.RepliesPosition;
import io.bellwether.connect.slack.source.offset.Round;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rounds through the threads of a channel. A reply shows on its parent only, as a changed {@code
 * reply_count} and {@code latest_reply}: a round looks at all parents of the window and then reads
 * those threads that have changed, from old parents to new ones. The same look shows edits, and by
 * their absence deletions.
 */
final class ThreadWatch {
  /** What a parent says of its thread. */
  private record Summary(String latestReply, int replyCount) {}

  private final String channelId;
  private final Watching watching;
  private final FeedbackMapper mapper;
  private final Map<String, Summary> known = new HashMap<>();
  private final TreeMap<String, Summary> looked = new TreeMap<>(SlackTs.ORDER);
  private final TreeMap<String, Summary> changed = new TreeMap<>(SlackTs.ORDER);
  private final List<Said> held = new ArrayList<>();
  private final List<Said> edits = new ArrayList<>();
  private final Set<String> present = new HashSet<>();
  private List<String> emitted = List.of();
  private boolean quiet;
  private String from = "";
  private String cursor = "";
  private String newest = SlackTs.BEGINNING;
  private String upTo = "";
  private boolean looking;
  private boolean again;
  private Instant due;

  ThreadWatch(String channelId, Watching watching, FeedbackMapper mapper) {
    this.channelId = channelId;
    this.watching = watching;
    this.mapper = mapper;
    this.due = watching.isOn() ? Instant.MIN : Instant.MAX;
  }

  /** When the parents are to be looked at next; never while threads are to be read. */
  Instant lookDue() {
    return changed.isEmpty() ? due : Instant.MAX;
  }

  /** Whether a thread is to be read. */
  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** A round is to begin as soon as possible. */
  void want() {
    if (watching.isOn()) {
      again = looking;
      due = Instant.MIN;
    }
  }

  /**
   * The next page of messages to ask for.
   *
   * @param isQuiet whether nothing was emitted for so long that history must have it all
   */
  HistoryQuery nextLook(SlackPosition position, String latest, boolean isQuiet) {
    if (!looking) {
      looking = true;
      restart();
      upTo = "";
      quiet = isQuiet;
      emitted = watching.changes() ? position.changes().said() : List.of();
      from = SlackTs.secondsBefore(lookedTo(position), watching.windowSeconds());
    }
    return new HistoryQuery(channelId, from, latest, cursor);
  }

  /** A window before this has been looked at; without rounds their mark would stand still. */
  private String lookedTo(SlackPosition position) {
    return watching.replies()
        ? position.replies().to()
        : position.changes().to().orElse(position.drainedTo());
  }

  /** Which edits are to be shown; none before a first look has set the mark. */
  Optional<String> editedSince(SlackPosition position) {
    return watching.changes() ? position.changes().to() : Optional.empty();
  }

  /**
   * Takes a page of parents.
   *
   * @param settling so many seconds before the newest message that Slack had shown when the first
   *     page came, nothing can be missing
   * @param nextRound when to look again
   */
  List<Step> accept(WindowPage page, SlackPosition position, long settling, Instant nextRound) {
    edits.addAll(page.edited());
    for (Shown shown : page.shown()) {
      saw(shown.ts());
      if (!shown.isTombstone()) {
        present.add(shown.ts());
      }
      if (shown.replyCount() > 0) {
        saw(shown.latestReply());
        looked.put(shown.ts(), new Summary(shown.latestReply(), shown.replyCount()));
      }
    }
    if (upTo.isEmpty()) {
      upTo = SlackTs.secondsBefore(newest, settling);
    }
    cursor = page.nextCursor();
    if (page.hasMore()) {
      return List.of();
    }
    looking = false;
    due = again ? Instant.MIN : nextRound;
    again = false;
    List<Step> seen = new ArrayList<>();
    if (watching.changes()) {
      addChanges(seen);
    }
    if (watching.replies()) {
      beginRound(position.replies(), seen);
    }
    return seen;
  }

  private void addChanges(List<Step> seen) {
    edits.stream()
        .sorted(Comparator.comparing(Said::ts, SlackTs.ORDER))
        .forEach(said -> seen.add(new Step.Change(said)));
    emitted.stream()
        .filter(ts -> SlackTs.ORDER.compare(ts, from) >= 0 && (quiet || isUpTo(ts, upTo)))
        .filter(ts -> !present.contains(ts))
        .map(ts -> mapper.deleted(SlackMessage.gone(channelId, ts, Optional.empty())))
        .forEach(said -> seen.add(new Step.Change(said)));
    seen.add(new Step.Looked(from, upTo));
  }

  private void beginRound(RepliesPosition position, List<Step> steps) {
    String done = position.round().map(Round::parents).orElse(SlackTs.BEGINNING);
    looked.tailMap(done, false).forEach((parent, now) -> addIfChanged(position, parent, now));
    known.values().removeIf(summary -> isUpTo(summary.latestReply(), position.to()));
    steps.add(new Step.RoundBegun(isUpTo(upTo, position.to()) ? position.to() : upTo));
    if (changed.isEmpty()) {
      steps.add(new Step.RoundDone());
    }
  }

  private void addIfChanged(RepliesPosition position, String parent, Summary now) {
    if (!isUpTo(now.latestReply(), position.to()) && !now.equals(known.get(parent))) {
      changed.put(parent, now);
    }
  }

  /** The next page of a thread to ask for. */
  RepliesQuery nextReplies(RepliesPosition position) {
    String parent = changed.firstKey();
    return new RepliesQuery(channelId, parent, position.doneOf(parent), cursor);
  }

  /** Takes a page of a thread. */
  List<Step> accept(HistoryPage page) {
    held.addAll(page.messages());
    cursor = page.nextCursor();
    return page.hasMore() ? List.of() : threadRead();
  }

  /** The thread that is being read is over; also when Slack has lost it meanwhile. */
  List<Step> threadRead() {
    Map.Entry<String, Summary> read = changed.pollFirstEntry();
    known.put(read.getKey(), read.getValue());
    List<Step> steps = new ArrayList<>();
    held.stream()
        .sorted(Comparator.comparing(Said::ts, SlackTs.ORDER))
        .forEach(said -> steps.add(new Step.Reply(read.getKey(), said)));
    steps.add(new Step.ThreadDone(read.getKey()));
    if (changed.isEmpty()) {
      steps.add(new Step.RoundDone());
    }
    restart();
    return steps;
  }

  /** Forgets the pages of what is being read, for example because a cursor has expired. */
  void restart() {
    held.clear();
    looked.clear();
    edits.clear();
    present.clear();
    cursor = "";
  }

  private void saw(String ts) {
    if (!ts.isEmpty() && SlackTs.ORDER.compare(ts, newest) > 0) {
      newest = ts;
    }
  }

  /** Where Slack does not tell the newest reply, it may be any. */
  private static boolean isUpTo(String ts, String end) {
    return !ts.isEmpty() && SlackTs.ORDER.compare(ts, end) <= 0;
  }
}
