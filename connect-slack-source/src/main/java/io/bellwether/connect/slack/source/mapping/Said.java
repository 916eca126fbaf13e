package io.bellwether.connect.slack.source.mapping;

import io.bellwether.connect.feedback.Feedback;
import java.util.Optional;

/**
 * A message after mapping and filtering.
 *
 * @param kind what happened to it
 * @param channelId where
 * @param ts which
 * @param thread the parent's timestamp, when it stands only in a thread
 * @param version as in the contract: 0 as first said, -1 deleted, else the time of its edit
 * @param feedback what to emit; empty when the message is not wanted
 */
public record Said(
    Kind kind,
    String channelId,
    String ts,
    Optional<String> thread,
    long version,
    Optional<Feedback> feedback) {
  /** What happened to a message. */
  public enum Kind {
    SAID,
    EDITED,
    DELETED
  }

  /** A message of the channel itself, as first said. */
  public Said(String channelId, String ts, Optional<Feedback> feedback) {
    this(Kind.SAID, channelId, ts, Optional.empty(), 0, feedback);
  }
}
