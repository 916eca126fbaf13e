package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.feedback.Reading.Said;
import io.bellwether.analyzer.feedback.Reading.Unread;
import io.bellwether.analyzer.scorer.Utterance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a record's value as feedback (docs/contracts.md). Never throws for bad input. */
final class FeedbackReader {
  private FeedbackReader() {}

  static Reading read(InputRecord record) {
    if (record.value() == null) {
      return unreadable(record, null, "The record has no value");
    }
    try {
      JsonNode value = Json.read(record.value());
      if (value instanceof ObjectNode fields) {
        return readFields(record, fields);
      }
      return unreadable(record, raw(record), "The value is JSON, but no object");
    } catch (JsonProcessingException e) {
      return unreadable(record, raw(record), "The value is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return unreadable(record, raw(record), "The value cannot be read: " + e.getMessage());
    }
  }

  private static Reading readFields(InputRecord record, ObjectNode fields) {
    if (!text(fields, Fields.EVENT_ID).filter(id -> !id.isBlank()).isPresent()) {
      fields.put(Fields.EVENT_ID, record.place());
    }
    JsonNode text = fields.path(Fields.TEXT);
    if (text.isTextual() && !text.textValue().isBlank()) {
      Optional<String> language = text(fields, Fields.LANGUAGE).filter(code -> !code.isBlank());
      return new Said(fields, new Utterance(text.textValue(), language));
    }
    return new Unread(fields, whyNoText(fields, text));
  }

  private static String whyNoText(ObjectNode fields, JsonNode text) {
    if (fields.has("schema") && fields.has("payload")) {
      return "The value is wrapped in its schema: set value.converter.schemas.enable=false on the"
          + " connector that writes it";
    }
    if (text.isMissingNode() || text.isNull()) {
      return "There is no text";
    }
    return text.isTextual() ? "The text is blank" : "The text is no string";
  }

  private static Unread unreadable(InputRecord record, String text, String reason) {
    ObjectNode fields = Json.object();
    fields.put(Fields.EVENT_ID, record.place());
    fields.put(Fields.TEXT, text);
    return new Unread(fields, reason);
  }

  private static String raw(InputRecord record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  static Optional<String> text(ObjectNode fields, String name) {
    return Optional.ofNullable(fields.path(name).textValue());
  }
}
