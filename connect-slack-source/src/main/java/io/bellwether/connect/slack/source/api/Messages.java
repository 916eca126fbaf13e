package io.bellwether.connect.slack.source.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.bellwether.connect.slack.SlackAlert;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.SlackMessage;
import java.util.Optional;

/**
 * Reads Slack's message objects; history and live events have the same fields. A field of another
 * type than the documented one counts as missing: one odd message must not hold up the others.
 */
final class Messages {
  private Messages() {}

  static SlackMessage read(String channelId, JsonObject message) {
    return new SlackMessage(
        channelId,
        text(message, "ts").orElse(""),
        text(message, "thread_ts"),
        text(message, "subtype"),
        text(message, "user"),
        text(message, "bot_id"),
        text(message, "username")
            .or(() -> object(message, "bot_profile").flatMap(bot -> text(bot, "name")))
            .filter(name -> !name.isBlank()),
        text(message, "text").orElse(""),
        object(message, "edited").flatMap(edited -> text(edited, "ts")).filter(SlackTs::isValid),
        object(message, "metadata")
            .flatMap(metadata -> text(metadata, "event_type"))
            .filter(SlackAlert.EVENT_TYPE::equals)
            .isPresent());
  }

  /** What a page of history shows of a message that may be known. */
  static WindowPage.Shown shown(JsonObject message) {
    return new WindowPage.Shown(
        text(message, "ts").orElse(""),
        text(message, "subtype").filter("tombstone"::equals).isPresent(),
        text(message, "reply_count").map(Messages::number).orElse(0),
        text(message, "latest_reply").filter(SlackTs::isValid).orElse(""));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException odd) {
      return 0;
    }
  }

  static Optional<String> text(JsonObject object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }

  static Optional<JsonObject> object(JsonObject object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }
}
