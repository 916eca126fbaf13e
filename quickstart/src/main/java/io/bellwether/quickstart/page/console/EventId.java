package io.bellwether.quickstart.page.console;

import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.x.Snowflake;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The parts of an event id of feedback, {@code slack:TEAM:CHANNEL:TS:VERSION} or {@code
 * x:ID:VERSION} (docs/contracts.md).
 *
 * @param message the id without its version: that of the message
 * @param channel where it was said; {@code x} for all of X
 * @param ts when it was said
 */
record EventId(String message, String channel, Ts ts) {
  /** The source of events on X. */
  static final String X = "x";

  /** That of events in Slack. */
  static final String SLACK = "slack";

  private static final int PARTS = 5;
  private static final int X_PARTS = 3;

  /** Empty where the id is neither Slack's nor X's. */
  static Optional<EventId> parse(String id) {
    String[] parts = id.split(":", -1);
    if (parts.length == X_PARTS && parts[0].equals(X) && parts[1].matches("[1-8]?\\d{1,18}")) {
      return Optional.of(ofX(Long.parseLong(parts[1])));
    }
    if (parts.length != PARTS || !parts[0].equals(SLACK)) {
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

  /** That of a post on X, by the id of its first version. */
  static EventId ofX(long id) {
    return new EventId(X + ":" + id, X, Ts.of(Snowflake.time(id)));
  }

  /** Which source is due to bring it: {@code slack} or {@code x}. */
  String source() {
    return source(message);
  }

  /** Which source brought an event, by its id; {@code other} where it tells none. */
  static String source(String id) {
    return id.startsWith(X + ":") ? X : id.startsWith(SLACK + ":") ? SLACK : "other";
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
