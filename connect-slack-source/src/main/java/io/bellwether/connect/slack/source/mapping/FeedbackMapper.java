package io.bellwether.connect.slack.source.mapping;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.feedback.Feedback.Named;
import io.bellwether.connect.slack.SlackIdentity;
import io.bellwether.connect.slack.SlackText;
import io.bellwether.connect.slack.SlackTs;
import java.util.Optional;

/** Turns Slack messages into feedback, or leaves them out. */
public final class FeedbackMapper {
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

  /** What a message says, if it is wanted. */
  public Said map(SlackMessage message) {
    return new Said(
        message.channelId(),
        message.ts(),
        message.threadTs().filter(parent -> message.isReply()),
        feedback(message));
  }

  private Optional<Feedback> feedback(SlackMessage message) {
    if (!message.isSaying() || isOurs(message)) {
      return Optional.empty();
    }
    if ((!wanted.replies() && message.isReply()) || (!wanted.bots() && isFromBot(message))) {
      return Optional.empty();
    }
    String text = SlackText.plain(message.text(), names);
    return wanted.filter().accepts(text) ? Optional.of(feedback(message, text)) : Optional.empty();
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

  private Feedback feedback(SlackMessage message, String text) {
    String channel = message.channelId();
    return new Feedback(
        "slack:" + us.teamId() + ":" + channel + ":" + message.ts(),
        0,
        "slack",
        Optional.of(new Named(channel, names.channel(channel))),
        Optional.empty(),
        author(message),
        text,
        message.text(),
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
