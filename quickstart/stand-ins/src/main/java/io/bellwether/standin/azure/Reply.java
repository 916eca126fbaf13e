package io.bellwether.standin.azure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param body JSON
 * @param retryAfter seconds; null but for 429
 */
record Reply(int status, String body, Integer retryAfter) {

  static Reply ok(ObjectNode body) {
    return new Reply(200, body.toString(), null);
  }

  /** An error of the gateway before the service, whose code is the status. */
  static Reply refused(int status, String message) {
    return new Reply(status, error(Integer.toString(status), message).toString(), null);
  }

  static Reply rateLimited(int seconds) {
    String message = "The calls of this kind exceed the tier. Retry after " + seconds + " seconds.";
    return new Reply(429, error("429", message).toString(), seconds);
  }

  /** 400 with the service's own code inside. */
  static Reply invalid(String innerCode, String message) {
    ObjectNode body = error("InvalidRequest", "Invalid Request.");
    ((ObjectNode) body.get("error")).set("innererror", codeAndMessage(innerCode, message));
    return new Reply(400, body.toString(), null);
  }

  /** The error of one document. */
  static ObjectNode documentError(String id, String code, String innerCode, String message) {
    ObjectNode error = codeAndMessage(code, "Invalid Document in request.");
    error.set("innererror", codeAndMessage(innerCode, message));
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put("id", id);
    entry.set("error", error);
    return entry;
  }

  private static ObjectNode error(String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", codeAndMessage(code, message));
    return body;
  }

  private static ObjectNode codeAndMessage(String code, String message) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
  }
}
