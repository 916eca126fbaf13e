package io.bellwether.standin.slack.script;

import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One event of the {@code feedback} contract that a conversation has to lead to.
 *
 * @param kind what happened
 * @param eventId unique; the key and the version
 * @param key the message without its version
 * @param version 0 for the message, -1 for its deletion, the time of an edit in between
 * @param channelId where
 * @param thread ts of the parent, for a reply
 * @param text what stands there now, with Slack's markup; empty after a deletion
 */
public record Expected(
    Kind kind,
    String eventId,
    String key,
    long version,
    String channelId,
    Optional<String> thread,
    String text) {
  private static final long MICROS = 1_000_000L;

  /** What happened to a message. */
  public enum Kind {
    SAID,
    EDITED,
    DELETED
  }

  static Expected said(String team, Message message) {
    return of(Kind.SAID, team, message, 0, message.text());
  }

  static Expected edited(String team, Message message) {
    return of(Kind.EDITED, team, message, editVersion(message), message.text());
  }

  static Expected deleted(String team, Message message) {
    return of(Kind.DELETED, team, message, -1, "");
  }

  /** Whether it stands only in a thread, where a reading of the channel's history does not look. */
  public boolean inThread() {
    return thread.isPresent();
  }

  private static Expected of(Kind kind, String team, Message message, long version, String text) {
    String key = "slack:" + team + ":" + message.channelId() + ":" + message.ts();
    return new Expected(
        kind,
        key + ":" + version,
        key,
        version,
        message.channelId(),
        Optional.ofNullable(message.threadTs()),
        text);
  }

  /** Slack tells the second of an edit; the text tells the edits of one second apart. */
  private static long editVersion(Message message) {
    CRC32 sum = new CRC32();
    sum.update(message.text().getBytes(StandardCharsets.UTF_8));
    long seconds = Ts.parse(message.details().editedTs()).orElseThrow().seconds();
    return seconds * MICROS + sum.getValue() % MICROS;
  }
}
