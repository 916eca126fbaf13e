package io.bellwether.standin.x.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Fault;

/**
 * What a call is answered with.
 *
 * @param status HTTP status; 0 for no answer at all
 * @param problem the title of what went wrong; null when nothing did
 * @param posts how many posts it gives
 * @param window for the rate limit headers; null where none are sent
 * @param stream what an open stream is to show; null for every other answer
 */
record Reply(
    int status,
    String body,
    String contentType,
    String problem,
    int posts,
    RateWindows.Seen window,
    View stream) {
  private static final long GONE = 1_212_092_627_178_287_104L;
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  static Reply ok(JsonNode body, int posts) {
    return new Reply(200, body.toString(), JSON, null, posts, null, null);
  }

  /** What follows is a stream. */
  static Reply stream(View view) {
    return new Reply(200, "", JSON, null, 0, null, view);
  }

  /** An error of the older kind, as the token endpoint has it. */
  static Reply error(int status, JsonNode body) {
    return new Reply(
        status, body.toString(), JSON, body.at("/errors/0/message").asText(), 0, null, null);
  }

  static Reply of(Problem problem) {
    return new Reply(
        problem.status(), problem.body().toString(), PROBLEM, problem.getMessage(), 0, null, null);
  }

  Reply with(RateWindows.Seen seen) {
    return new Reply(status, body, contentType, problem, posts, seen, stream);
  }

  /** As the caller sees it when this goes wrong on the way. */
  Reply spoilt(Fault fault) {
    return switch (fault.kind()) {
      case PAGE ->
          new Reply(
              fault.status(),
              "<html><body>Something went wrong</body></html>",
              "text/html",
              "page",
              0,
              window,
              null);
      case SILENCE, RESET -> new Reply(0, "", JSON, fault.kind().name(), 0, null, null);
      case BROKEN_JSON ->
          new Reply(
              status, body.substring(0, body.length() / 2), contentType, problem, 0, window, null);
      case PARTIAL_ERRORS -> status == 200 && stream == null ? withError() : this;
      default -> this;
    };
  }

  private Reply withError() {
    try {
      ObjectNode spoilt = (ObjectNode) Json.MAPPER.readTree(body);
      spoilt.withArray("errors").add(Includes.notFound(GONE));
      return new Reply(status, spoilt.toString(), contentType, problem, posts, window, null);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the stand-in's own answer is no JSON", impossible);
    }
  }
}
