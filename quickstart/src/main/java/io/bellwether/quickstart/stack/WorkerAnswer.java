package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.quickstart.process.LaunchException;
import java.net.http.HttpResponse;

/**
 * What a worker said.
 *
 * @param body missing where it was not JSON
 */
record WorkerAnswer(WorkerAccess access, int status, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 500;

  static WorkerAnswer of(WorkerAccess access, HttpResponse<String> response) {
    boolean isGood = response.statusCode() / 100 == 2;
    String text = response.body();
    JsonNode body;
    try {
      body =
          text.isBlank()
              ? (isGood ? JSON.createObjectNode() : MissingNode.getInstance())
              : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      if (isGood) {
        String start = text.substring(0, Math.min(LONGEST, text.length()));
        throw new LaunchException(
            "The answer of " + access + " is no JSON: is that a Connect worker? " + start, e);
      }
      body = MissingNode.getInstance();
    }
    return new WorkerAnswer(access, response.statusCode(), body);
  }

  boolean isGood() {
    return status / 100 == 2;
  }

  /** The worker knows no such thing. */
  boolean isUnknown() {
    return status == 404 && !body.isMissingNode();
  }

  /** A change of the connectors is under way; "already exists" has the same status. */
  boolean isRebalance() {
    return status == 409 && !body.path("message").asText().contains("already exists");
  }

  /**
   * The body of an answer that has to be good.
   *
   * @param what was asked for, in a message
   * @throws LaunchException with the worker's reason
   */
  JsonNode good(String what) {
    if (isGood()) {
      return body;
    }
    if (status == 401 || status == 403) {
      throw new LaunchException(
          "The worker at %s does not let you %s (HTTP %d): give name and password by --user."
              .formatted(access, what, status));
    }
    if (body.isMissingNode()) {
      throw new LaunchException(
          "HTTP %d from %s is no answer of a Connect worker: %s."
              .formatted(status, access, access.remedy()));
    }
    String message = body.path("message").asText("it gives no reason");
    throw new LaunchException(
        "The worker refuses to %s (HTTP %d): %s"
            .formatted(what, status, message.strip().lines().findFirst().orElse("")));
  }
}
