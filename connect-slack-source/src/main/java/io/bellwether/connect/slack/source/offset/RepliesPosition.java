package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.slack.SlackTs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * How far the threads of a channel have been read. A round looks at every parent of the window and
 * reads the threads that have changed; when it is over, {@link #to} moves. What came live
 * meanwhile, or was newer than the round, is remembered one by one. Immutable.
 *
 * <p>No round looks at parents older than the window. Replies to them, which only come live, are
 * called late here, and the newest of them are remembered for as long as Slack may send them again.
 */
public final class RepliesPosition {
  static final String TO = "replies_to";
  static final String ABOVE = "replies_above";
  static final String ROUND = "replies_round";
  static final String LATE = "late_replies";

  private static final int MOST_LATE = 200;

  private final String to;
  private final Optional<Round> round;
  private final NavigableSet<String> above;
  private final NavigableSet<String> late;

  private RepliesPosition(
      String to, Optional<Round> round, Collection<String> above, Collection<String> late) {
    this.to = to;
    this.round = round;
    this.above = TsFields.sorted(above);
    this.late = TsFields.sorted(late);
  }

  /** All replies up to and including this timestamp are done, none above it. */
  static RepliesPosition at(String ts) {
    return new RepliesPosition(ts, Optional.empty(), List.of(), List.of());
  }

  /**
   * @param otherwise where replies are to be read from when the position tells nothing of them,
   *     because an earlier version stored it
   */
  static RepliesPosition from(TsFields fields, String otherwise) {
    List<String> round = fields.list(ROUND);
    return new RepliesPosition(
        fields.has(TO) ? fields.required(TO) : otherwise,
        round.isEmpty() ? Optional.empty() : Optional.of(Round.of(ROUND, round)),
        fields.list(ABOVE),
        fields.list(LATE));
  }

  void addTo(Map<String, Object> map) {
    map.put(TO, to);
    addList(map, ROUND, round.map(Round::parts).orElse(List.of()));
    addList(map, ABOVE, above);
    addList(map, LATE, late);
  }

  private static void addList(Map<String, Object> map, String name, Collection<String> values) {
    if (!values.isEmpty()) {
      map.put(name, String.join(",", values));
    }
  }

  /** Up to here, inclusive, no reply to a parent of the window is left to read. */
  public String to() {
    return to;
  }

  /** The round that is under way. */
  public Optional<Round> round() {
    return round;
  }

  /** How many replies are remembered one by one. */
  public int size() {
    return above.size() + late.size();
  }

  /** Whether this reply is remembered by itself. */
  public boolean contains(String reply) {
    return above.contains(reply) || late.contains(reply);
  }

  /** Whether a reply that came live is done. */
  public boolean isDone(String parent, String reply, boolean isLate) {
    if (contains(reply)) {
      return true;
    }
    return isLate
        ? late.size() >= MOST_LATE && SlackTs.ORDER.compare(reply, late.first()) < 0
        : isDoneByRounds(parent, reply);
  }

  /** Whether a reply that a round reads is done. */
  public boolean isDoneInRound(String parent, String reply) {
    return contains(reply) || isDoneByRounds(parent, reply);
  }

  private boolean isDoneByRounds(String parent, String reply) {
    return SlackTs.ORDER.compare(reply, to) <= 0
        || round.filter(running -> running.covers(parent, reply)).isPresent();
  }

  /** Where the round has to go on in a thread: nothing up to here, inclusive, is missing. */
  public String doneOf(String parent) {
    return round
        .filter(running -> running.thread().equals(parent))
        .map(Round::replies)
        .filter(done -> SlackTs.ORDER.compare(done, to) > 0)
        .orElse(to);
  }

  /** After a reply that came live. */
  public RepliesPosition withLive(String reply, boolean isLate) {
    RepliesPosition next = new RepliesPosition(to, round, above, late);
    next.remember(reply, isLate);
    return next;
  }

  /** After a reply that the round has read. */
  public RepliesPosition withRead(String parent, String reply, boolean isLate) {
    if (round.filter(running -> SlackTs.ORDER.compare(reply, running.to()) <= 0).isEmpty()) {
      return withLive(reply, isLate);
    }
    RepliesPosition next =
        new RepliesPosition(
            to, round.map(running -> running.withReply(parent, reply)), above, late);
    if (isLate) {
      next.remember(reply, true);
    }
    return next;
  }

  /** After the begin of a round; one that is under way goes on. */
  public RepliesPosition withRound(String upTo) {
    return round.isPresent()
        ? this
        : new RepliesPosition(to, Optional.of(Round.begun(upTo)), above, late);
  }

  /** After a whole thread. */
  public RepliesPosition withThread(String parent) {
    return new RepliesPosition(to, round.map(running -> running.withThread(parent)), above, late);
  }

  /** After the round. */
  public RepliesPosition withoutRound() {
    String end = round.map(Round::to).filter(ts -> SlackTs.ORDER.compare(ts, to) > 0).orElse(to);
    return new RepliesPosition(end, Optional.empty(), above.tailSet(end, false), late);
  }

  private void remember(String reply, boolean isLate) {
    (isLate ? late : above).add(reply);
    while (late.size() > MOST_LATE) {
      late.pollFirst();
    }
  }
}
