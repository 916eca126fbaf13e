package io.bellwether.connect.slack.source.mapping;

import io.bellwether.connect.feedback.Feedback;
import java.util.Optional;

/**
 * A message after mapping and filtering.
 *
 * @param channelId where
 * @param ts which
 * @param thread the parent's timestamp, when it stands only in a thread
 * @param feedback what to emit; empty when the message is not wanted
 */
public record Said(
    String channelId, String ts, Optional<String> thread, Optional<Feedback> feedback) {
  /** A message of the channel itself. */
  public Said(String channelId, String ts, Optional<Feedback> feedback) {
    this(channelId, ts, Optional.empty(), feedback);
  }
}
