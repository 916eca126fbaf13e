package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePosition;
import io.bellwether.connect.slack.SlackTs;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

/**
 * How far a channel has been read. What is live arrives out of order or not at all, so only history
 * that was read without a hole moves {@link #drainedTo}; what live events brought above it is
 * remembered one by one until history has passed it. Threads and changes have marks of their own.
 */
public final class SlackPosition implements SourcePosition {
  private static final String DRAINED_TO = "drained_to";
  private static final String SEEN_ABOVE = "seen_above";

  private final String drainedTo;
  private final NavigableSet<String> seenAbove;
  private final RepliesPosition replies;
  private final ChangesPosition changes;

  private SlackPosition(
      String drainedTo,
      Collection<String> seenAbove,
      RepliesPosition replies,
      ChangesPosition changes) {
    this.drainedTo = drainedTo;
    this.seenAbove = TsFields.sorted(seenAbove);
    this.replies = replies;
    this.changes = changes;
  }

  /** Everything up to and including this timestamp is done, nothing above it. */
  public static SlackPosition at(String ts) {
    return new SlackPosition(
        ts, Collections.emptyList(), RepliesPosition.at(ts), ChangesPosition.NONE);
  }

  /**
   * Reads the stored form, also that of earlier versions, which knew fewer fields.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException naming a bad field
   */
  public static SlackPosition fromMap(Map<String, ?> fields) {
    OffsetFields offset =
        new OffsetFields("offset", fields)
            .only(
                DRAINED_TO,
                SEEN_ABOVE,
                RepliesPosition.TO,
                RepliesPosition.ABOVE,
                RepliesPosition.ROUND,
                RepliesPosition.LATE,
                ChangesPosition.TO,
                ChangesPosition.ABOVE,
                ChangesPosition.LATE,
                ChangesPosition.SAID,
                ChangesPosition.REPLIED);
    TsFields timestamps = new TsFields(offset, fields);
    String drainedTo = timestamps.required(DRAINED_TO);
    return new SlackPosition(
        drainedTo,
        timestamps.list(SEEN_ABOVE),
        RepliesPosition.from(timestamps, drainedTo),
        ChangesPosition.from(timestamps));
  }

  /** Up to here, inclusive, nothing is left to read. */
  public String drainedTo() {
    return drainedTo;
  }

  /** How many messages above {@link #drainedTo} are remembered. */
  public int seenAbove() {
    return seenAbove.size();
  }

  /** How far the threads have been read. */
  public RepliesPosition replies() {
    return replies;
  }

  /** Which edits and deletions have been told. */
  public ChangesPosition changes() {
    return changes;
  }

  /**
   * Whether the message with this timestamp is done; it may have been a reply before it was shown
   * in the channel too.
   */
  public boolean isSeen(String ts) {
    return SlackTs.ORDER.compare(ts, drainedTo) <= 0
        || seenAbove.contains(ts)
        || replies.contains(ts);
  }

  /** The position after one more message out of turn. */
  public SlackPosition withSeen(String ts) {
    if (isSeen(ts)) {
      return this;
    }
    SlackPosition next = new SlackPosition(drainedTo, seenAbove, replies, changes);
    next.seenAbove.add(ts);
    return next;
  }

  /** The position after everything up to this timestamp; a smaller one changes nothing. */
  public SlackPosition withDrainedTo(String ts) {
    return SlackTs.ORDER.compare(ts, drainedTo) <= 0
        ? this
        : new SlackPosition(ts, seenAbove.tailSet(ts, false), replies, changes);
  }

  /** The position with another state of the threads. */
  public SlackPosition with(RepliesPosition changed) {
    return new SlackPosition(drainedTo, seenAbove, changed, changes);
  }

  /** The position with another state of edits and deletions. */
  public SlackPosition with(ChangesPosition changed) {
    return new SlackPosition(drainedTo, seenAbove, replies, changed);
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    map.put(DRAINED_TO, drainedTo);
    map.put(SEEN_ABOVE, String.join(",", seenAbove));
    replies.addTo(map);
    changes.addTo(map);
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlackPosition that && toMap().equals(that.toMap());
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
