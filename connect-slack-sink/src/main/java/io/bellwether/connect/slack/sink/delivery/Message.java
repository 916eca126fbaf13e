package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One post.
 *
 * @param channel name or id
 * @param sections the text of each alert, in Slack's markup
 * @param alerts what it tells, for the message's metadata
 */
public record Message(String channel, List<String> sections, List<Origin> alerts) {
  /** Copies. */
  public Message {
    sections = List.copyOf(sections);
    alerts = List.copyOf(alerts);
  }

  /** Where an alert came from. */
  public record Origin(String eventId, String topic, int partition, long offset) {
    static Origin of(Alert alert) {
      return new Origin(
          alert.eventId(),
          alert.partition().topic(),
          alert.partition().partition(),
          alert.offset());
    }
  }

  /** Of alerts for one channel. */
  static Message of(List<Alert> alerts) {
    return new Message(
        alerts.get(0).channel(),
        alerts.stream().map(Alert::text).toList(),
        alerts.stream().map(Origin::of).toList());
  }

  /** All it says, as one text. */
  public String text() {
    return sections.stream().collect(Collectors.joining("\n\n"));
  }

  /** Whether it tells of more than one alert. */
  public boolean isDigest() {
    return sections.size() > 1;
  }
}
