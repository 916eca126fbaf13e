package io.bellwether.quickstart.page.console;

import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The parts of an event id of Slack, {@code slack:TEAM:CHANNEL:TS:VERSION} (docs/contracts.md).
 *
 * @param message the id without its version: that of the message
 * @param ts when it was said
 */
record EventId(String message, String channel, Ts ts) {
  private static final int PARTS = 5;

  /** Empty where the id is not one of Slack's. */
  static Optional<EventId> parse(String id) {
    String[] parts = id.split(":", -1);
    if (parts.length != PARTS || !parts[0].equals("slack")) {
      return Optional.empty();
    }
    String message = id.substring(0, id.length() - parts[PARTS - 1].length() - 1);
    return Ts.parse(parts[3]).map(ts -> new EventId(message, parts[2], ts));
  }

  /** That of a message in the workspace. */
  static EventId of(String team, Message message) {
    return new EventId(
        "slack:" + team + ":" + message.channelId() + ":" + message.ts(),
        message.channelId(),
        Ts.parse(message.ts()).orElseThrow());
  }

  /** The id of the message as first said. */
  String first() {
    return message + ":0";
  }

  /** When an event was said, in milliseconds, if its id tells. */
  static OptionalLong saidAt(String id) {
    return parse(id).stream().mapToLong(each -> each.ts().micros() / 1_000).findFirst();
  }
}
