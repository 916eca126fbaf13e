package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Message;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call wants to say, checked against Slack's limits: text beyond 40,000 characters is cut,
 * 50 blocks, 3,000 characters in a section, 150 in a header, 100 attachments.
 */
record Content(String text, boolean cut, JsonNode blocks, JsonNode attachments, JsonNode metadata) {
  static final int MOST_TEXT = 40_000;

  /** Slack documents metadata_too_large but no number; this one is the stand-in's own. */
  static final int MOST_METADATA_BYTES = 16 * 1024;

  /** Slack documents msg_blocks_too_long but no number; apps met it at about this much JSON. */
  static final int MOST_BLOCKS = 13_200;

  private static final Pattern EVENT_TYPE = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
  private static final Set<String> BLOCKS =
      Set.of(
          "actions",
          "alert",
          "call",
          "card",
          "carousel",
          "context",
          "context_actions",
          "divider",
          "file",
          "header",
          "image",
          "input",
          "markdown",
          "plan",
          "rich_text",
          "section",
          "table",
          "task_card",
          "video");

  static Content of(Arguments arguments) {
    JsonNode blocks = blocks(arguments);
    JsonNode attachments = attachments(arguments);
    String text = arguments.text("text").or(() -> arguments.text("markdown_text")).orElse("");
    if (text.isBlank() && blocks == null && attachments == null) {
      throw new SlackError("no_text");
    }
    boolean cut = text.codePointCount(0, text.length()) > MOST_TEXT;
    return new Content(
        Markup.normal(cut ? text.substring(0, text.offsetByCodePoints(0, MOST_TEXT)) : text),
        cut,
        blocks,
        attachments,
        metadata(arguments));
  }

  Message.Details details(String username) {
    return new Message.Details(blocks, attachments, metadata, null, username, null, null);
  }

  /** Adds Slack's warnings about text that is missing beside blocks, or was cut. */
  ObjectNode warn(ObjectNode body) {
    String warning = cut ? "message_truncated" : text.isEmpty() ? "missing_text_in_message" : null;
    if (warning != null) {
      body.put("warning", warning);
      body.putObject("response_metadata").putArray("warnings").add(warning);
    }
    return body;
  }

  private static JsonNode blocks(Arguments arguments) {
    JsonNode blocks = arguments.json("blocks", "invalid_blocks_format").orElse(null);
    if (blocks == null) {
      return null;
    }
    if (!blocks.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    if (blocks.size() > 50) {
      throw invalidBlocks("no more than 50 items allowed [json-pointer:/blocks]");
    }
    for (int at = 0; at < blocks.size(); at++) {
      check(blocks.get(at), "/blocks/" + at);
    }
    if (blocks.toString().length() > MOST_BLOCKS) {
      throw new SlackError("msg_blocks_too_long");
    }
    return blocks.isEmpty() ? null : blocks;
  }

  private static void check(JsonNode block, String pointer) {
    String type = block.path("type").asText();
    if (!BLOCKS.contains(type)) {
      throw invalidBlocks("unsupported type: " + type + " [json-pointer:" + pointer + "/type]");
    }
    int most = type.equals("header") ? 150 : 3_000;
    JsonNode text = block.path("text").path("text");
    if ((type.equals("section") || type.equals("header")) && text.isTextual()) {
      if (text.asText().isEmpty()) {
        throw invalidBlocks("must be more than 0 characters [json-pointer:" + pointer + "/text]");
      }
      if (text.asText().length() > most) {
        throw invalidBlocks(
            "must be less than " + (most + 1) + " characters [json-pointer:" + pointer + "/text]");
      }
    }
    if (type.equals("section") && !block.has("text") && !block.has("fields")) {
      throw invalidBlocks("missing required field: text [json-pointer:" + pointer + "]");
    }
  }

  private static SlackError invalidBlocks(String message) {
    ObjectNode details = Json.object();
    details.putArray("errors").add(message);
    details.putObject("response_metadata").putArray("messages").add("[ERROR] " + message);
    return new SlackError("invalid_blocks", details);
  }

  private static JsonNode attachments(Arguments arguments) {
    JsonNode attachments = arguments.json("attachments", "invalid_attachments").orElse(null);
    if (attachments == null || attachments.isEmpty()) {
      return null;
    }
    if (!attachments.isArray()) {
      throw new SlackError("invalid_attachments");
    }
    if (attachments.size() > 100) {
      throw new SlackError("too_many_attachments");
    }
    return attachments;
  }

  private static JsonNode metadata(Arguments arguments) {
    JsonNode metadata = arguments.json("metadata", "invalid_metadata_format").orElse(null);
    if (metadata == null) {
      return null;
    }
    boolean wellFormed =
        metadata.isObject()
            && EVENT_TYPE.matcher(metadata.path("event_type").asText()).matches()
            && metadata.path("event_payload").isObject();
    if (!wellFormed) {
      throw new SlackError("invalid_metadata_format");
    }
    if (metadata.toString().getBytes(StandardCharsets.UTF_8).length > MOST_METADATA_BYTES) {
      throw new SlackError("metadata_too_large");
    }
    return metadata;
  }
}
