package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePosition;
import io.bellwether.connect.slack.SlackTs;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far a channel has been read. What is live arrives out of order or not at all, so only history
 * that was read without a hole moves {@link #drainedTo}; what live events brought above it is
 * remembered one by one until history has passed it.
 */
public final class SlackPosition implements SourcePosition {
  private static final String DRAINED_TO = "drained_to";
  private static final String SEEN_ABOVE = "seen_above";

  private final String drainedTo;
  private final TreeSet<String> seenAbove;

  private SlackPosition(String drainedTo, Collection<String> seenAbove) {
    this.drainedTo = drainedTo;
    this.seenAbove = new TreeSet<>(SlackTs.ORDER);
    this.seenAbove.addAll(seenAbove);
  }

  /** Everything up to and including this timestamp is done, nothing above it. */
  public static SlackPosition at(String ts) {
    return new SlackPosition(ts, Collections.emptyList());
  }

  /**
   * Reads the stored form.
   *
   * @throws ConnectException naming a bad field
   */
  public static SlackPosition fromMap(Map<String, ?> fields) {
    OffsetFields offset = new OffsetFields("offset", fields).only(DRAINED_TO, SEEN_ABOVE);
    String drainedTo = timestamp(DRAINED_TO, offset.required(DRAINED_TO));
    Object seen = fields.get(SEEN_ABOVE);
    if (seen == null || "".equals(seen)) {
      return at(drainedTo);
    }
    return new SlackPosition(
        drainedTo,
        Arrays.stream(offset.required(SEEN_ABOVE).split(",", -1))
            .map(ts -> timestamp(SEEN_ABOVE, ts))
            .toList());
  }

  private static String timestamp(String field, String value) {
    if (!SlackTs.isValid(value)) {
      throw new ConnectException(
          "The offset field '%s' takes Slack timestamps such as 1700000000.000100, not '%s'."
              .formatted(field, value));
    }
    return value;
  }

  /** Up to here, inclusive, nothing is left to read. */
  public String drainedTo() {
    return drainedTo;
  }

  /** How many messages above {@link #drainedTo} are remembered. */
  public int seenAbove() {
    return seenAbove.size();
  }

  /** Whether the message with this timestamp is done. */
  public boolean isSeen(String ts) {
    return SlackTs.ORDER.compare(ts, drainedTo) <= 0 || seenAbove.contains(ts);
  }

  /** The position after one more message out of turn. */
  public SlackPosition withSeen(String ts) {
    if (isSeen(ts)) {
      return this;
    }
    SlackPosition next = new SlackPosition(drainedTo, seenAbove);
    next.seenAbove.add(ts);
    return next;
  }

  /** The position after everything up to this timestamp; a smaller one changes nothing. */
  public SlackPosition withDrainedTo(String ts) {
    return SlackTs.ORDER.compare(ts, drainedTo) <= 0
        ? this
        : new SlackPosition(ts, seenAbove.tailSet(ts, false));
  }

  @Override
  public Map<String, Object> toMap() {
    return Map.of(DRAINED_TO, drainedTo, SEEN_ABOVE, String.join(",", seenAbove));
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
