package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One post.
 *
 * @param channel name or id
 * @param sections the text of each alert, in Slack's markup
 * @param blocks of each alert, as JSON; empty for one that has none
 * @param alerts what it tells, for the message's metadata
 * @param thread the name of its thread, for the metadata as well
 * @param parent the identity of the thread's first message, if there is one
 */
public record Message(
    String channel,
    List<String> sections,
    List<List<String>> blocks,
    List<Origin> alerts,
    Optional<String> thread,
    Optional<String> parent) {
  /** Copies. */
  public Message {
    sections = List.copyOf(sections);
    blocks = List.copyOf(blocks);
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

  /** Without a thread. */
  public Message(String channel, List<String> sections, List<Origin> alerts) {
    this(channel, sections, plain(sections), alerts, Optional.empty(), Optional.empty());
  }

  /** Of alerts for one channel and thread. */
  static Message of(List<Alert> alerts, Optional<String> parent) {
    return new Message(
        alerts.get(0).channel(),
        alerts.stream().map(Alert::text).toList(),
        alerts.stream().map(Alert::blocks).toList(),
        alerts.stream().map(Origin::of).toList(),
        alerts.get(0).thread(),
        parent);
  }

  /** All it says, as one text. */
  public String text() {
    return sections.stream().collect(Collectors.joining("\n\n"));
  }

  /** Whether more is to be shown than a text. */
  public boolean hasBlocks() {
    return sections.size() > 1 || blocks.stream().anyMatch(of -> !of.isEmpty());
  }

  private static List<List<String>> plain(List<String> sections) {
    return sections.stream().map(section -> List.<String>of()).toList();
  }
}
