package io.bellwether.connect.slack.source.mapping;

import java.util.Optional;
import java.util.Set;

/**
 * A message as Slack has it, from history or from a live event.
 *
 * @param channelId where it was posted
 * @param ts its timestamp and identity
 * @param threadTs the parent's timestamp; on a parent its own
 * @param subtype what kind of message, if not the plain one
 * @param userId the person or the app's bot user
 * @param botId the bot, when an app posted it
 * @param botName the bot's name, when Slack sends it along
 * @param text with Slack's markup
 * @param editedTs when it was last edited, if it was; Slack tells the second
 * @param alert whether it is an alert that a Bellwether sink posted
 */
public record SlackMessage(
    String channelId,
    String ts,
    Optional<String> threadTs,
    Optional<String> subtype,
    Optional<String> userId,
    Optional<String> botId,
    Optional<String> botName,
    String text,
    Optional<String> editedTs,
    boolean alert) {

  /** Kinds of messages in which somebody says something; the others report joins, topics, edits. */
  private static final Set<String> SAYING =
      Set.of("bot_message", "thread_broadcast", "file_share", "me_message");

  /** What is left of a message that was deleted. */
  public static SlackMessage gone(String channelId, String ts, Optional<String> parent) {
    return new SlackMessage(
        channelId,
        ts,
        parent,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        false);
  }

  /** Whether it only marks where a message with replies stood. */
  public boolean isTombstone() {
    return subtype.equals(Optional.of("tombstone"));
  }

  /** Whether somebody says something here, rather than Slack reporting that something happened. */
  public boolean isSaying() {
    return subtype.map(SAYING::contains).orElse(true);
  }

  /** The timestamp of the message that this one replies to. */
  public Optional<String> parent() {
    return threadTs.filter(parent -> !parent.equals(ts));
  }

  /** Whether it stands only in a thread, so that the channel's history does not show it. */
  public boolean isReply() {
    return parent().isPresent() && !subtype.equals(Optional.of("thread_broadcast"));
  }
}
