package io.bellwether.connect.slack.source.mapping;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.feedback.Feedback.Named;
import io.bellwether.connect.slack.SlackIdentity;
import io.bellwether.connect.slack.SlackText;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.Said.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** Turns Slack messages into feedback, or leaves them out. */
public final class FeedbackMapper {
  private static final long MICROS = 1_000_000L;
  private static final long DELETED = -1;

  private final SlackIdentity us;
  private final People names;
  private final Wanted wanted;

  /**
   * @param us the app that reads; its own posts are never feedback, or an alert would raise the
   *     next
   * @param names may ask Slack, and so take a while
   */
  public FeedbackMapper(SlackIdentity us, People names, Wanted wanted) {
    this.us = us;
    this.names = names;
    this.wanted = wanted;
  }

  /** Whether edits and deletions are wanted. */
  public boolean tellsChanges() {
    return wanted.changes();
  }

  /** What a message says, if it is wanted. */
  public Said map(SlackMessage message) {
    long version = wanted.changes() ? version(message) : 0;
    return said(Kind.SAID, message, version, feedback(message, version, Optional.empty()));
  }

  /**
   * What a message says after an edit.
   *
   * @param previous the message before, if it is known
   */
  public Said edited(SlackMessage message, Optional<SlackMessage> previous) {
    Optional<String> before = previous.map(was -> SlackText.plain(was.text(), names));
    long version = version(message);
    return said(Kind.EDITED, message, version, feedback(message, version, before));
  }

  /** That a message is gone; never asks Slack when nothing is known of the message but its ts. */
  public Said deleted(SlackMessage previous) {
    Optional<String> before =
        Optional.of(previous.text())
            .filter(text -> !text.isEmpty())
            .map(text -> SlackText.plain(text, names));
    return said(
        Kind.DELETED, previous, DELETED, Optional.of(feedback(previous, DELETED, "", "", before)));
  }

  private static Said said(
      Kind kind, SlackMessage message, long version, Optional<Feedback> feedback) {
    return new Said(
        kind,
        message.channelId(),
        message.ts(),
        message.parent().filter(parent -> message.isReply()),
        version,
        feedback);
  }

  /** Slack tells the second of an edit; the text tells the edits of one second apart. */
  private static long version(SlackMessage message) {
    return message
        .editedTs()
        .map(
            ts -> {
              CRC32 sum = new CRC32();
              sum.update(message.text().getBytes(StandardCharsets.UTF_8));
              return SlackTs.instant(ts).getEpochSecond() * MICROS + sum.getValue() % MICROS;
            })
        .orElse(0L);
  }

  private Optional<Feedback> feedback(
      SlackMessage message, long version, Optional<String> previous) {
    if (!message.isSaying() || isOurs(message)) {
      return Optional.empty();
    }
    if ((!wanted.replies() && message.isReply()) || isUnwantedBot(message)) {
      return Optional.empty();
    }
    String text = SlackText.plain(message.text(), names);
    return wanted.filter().accepts(text)
        ? Optional.of(feedback(message, version, text, message.text(), previous))
        : Optional.empty();
  }

  private boolean isUnwantedBot(SlackMessage message) {
    return !wanted.bots().accepts(message) && isFromBot(message);
  }

  /** What an app posts with a person's token carries a bot's id too, but is said by the person. */
  private boolean isFromBot(SlackMessage message) {
    return message.subtype().equals(Optional.of("bot_message"))
        || (message.botId().isPresent() && message.userId().map(names::isBot).orElse(true));
  }

  private boolean isOurs(SlackMessage message) {
    return message.alert()
        || (us.botId() != null && message.botId().equals(Optional.of(us.botId())))
        || message.userId().equals(Optional.of(us.userId()));
  }

  private Feedback feedback(
      SlackMessage message, long version, String text, String raw, Optional<String> previous) {
    String channel = message.channelId();
    return new Feedback(
        "slack:" + us.teamId() + ":" + channel + ":" + message.ts(),
        version,
        "slack",
        Optional.of(new Named(channel, names.channel(channel))),
        Optional.empty(),
        author(message),
        text,
        raw,
        previous,
        Optional.empty(),
        Optional.of(url(message)),
        message.parent(),
        SlackTs.instant(message.ts()));
  }

  private String url(SlackMessage message) {
    String link = us.permalink(message.channelId(), message.ts());
    return message
        .parent()
        .map(parent -> link + "?thread_ts=" + parent + "&cid=" + message.channelId())
        .orElse(link);
  }

  /** A person under their own name, an app under the one it gives itself. */
  private Named author(SlackMessage message) {
    Optional<String> user = message.userId();
    Optional<String> bot =
        message.botName().filter(name -> user.isEmpty() || names.isBot(user.get()));
    String id = user.or(message::botId).orElse("unknown");
    return new Named(id, bot.orElseGet(() -> user.map(names::user).orElse(id)));
  }
}
