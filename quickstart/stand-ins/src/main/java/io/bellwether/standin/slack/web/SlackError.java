package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer with {@code "ok":false}: Slack's word for what went wrong, and what goes with it. */
final class SlackError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode details;

  SlackError(String word) {
    this(word, JsonNodeFactory.instance.objectNode());
  }

  SlackError(String word, ObjectNode details) {
    super(word, null, false, false);
    this.details = details;
  }

  /** A required argument is missing or an argument has the wrong form. */
  static SlackError invalidArguments(String message) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.putObject("response_metadata").putArray("messages").add("[ERROR] " + message);
    return new SlackError("invalid_arguments", details);
  }

  static SlackError missingScope(String needed, Iterable<String> provided) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.put("needed", needed);
    details.put("provided", String.join(",", provided));
    return new SlackError("missing_scope", details);
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ok", false);
    body.put("error", getMessage());
    return body.setAll(details);
  }
}
