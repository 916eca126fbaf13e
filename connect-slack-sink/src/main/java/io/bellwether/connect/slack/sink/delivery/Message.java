package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.List;

/**
 * One post.
 *
 * @param channel name or id
 * @param text in Slack's markup
 * @param alerts what it tells, for the message's metadata
 */
public record Message(String channel, String text, List<Origin> alerts) {
  /** Copies. */
  public Message {
    alerts = List.copyOf(alerts);
  }

  /** Where an alert came from. */
  public record Origin(String eventId, String topic, int partition, long offset) {}

  static Message of(Alert alert) {
    return new Message(
        alert.channel(),
        alert.text(),
        List.of(
            new Origin(
                alert.eventId(),
                alert.partition().topic(),
                alert.partition().partition(),
                alert.offset())));
  }
}
