package io.bellwether.connect.slack.source.api;

import com.slack.api.model.Message;
import io.bellwether.connect.slack.source.mapping.SlackMessage;
import java.util.Optional;

/** Reads Slack's message objects; history and live events have the same fields. */
final class Messages {
  private static final String ALERT = "bellwether_alert";

  private Messages() {}

  static SlackMessage read(String channelId, Message message) {
    return new SlackMessage(
        channelId,
        message.getTs(),
        Optional.ofNullable(message.getThreadTs()),
        Optional.ofNullable(message.getSubtype()),
        Optional.ofNullable(message.getUser()),
        Optional.ofNullable(message.getBotId()),
        botName(message),
        Optional.ofNullable(message.getText()).orElse(""),
        message.getMetadata() != null && ALERT.equals(message.getMetadata().getEventType()));
  }

  private static Optional<String> botName(Message message) {
    return Optional.ofNullable(message.getUsername())
        .or(() -> Optional.ofNullable(message.getBotProfile()).map(bot -> bot.getName()))
        .filter(name -> !name.isBlank());
  }
}
