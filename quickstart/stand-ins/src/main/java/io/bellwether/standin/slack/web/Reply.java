package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Fault;
import java.util.List;

/**
 * What a call is answered with.
 *
 * @param status HTTP status; 0 for no answer at all
 * @param body the text of the answer
 * @param contentType of the body
 * @param error Slack's error word; null when it went well
 * @param retryAfter seconds; null but for 429
 * @param scopes of the token, for {@code x-oauth-scopes}
 * @param accepted scopes of the method, for {@code x-accepted-oauth-scopes}
 */
record Reply(
    int status,
    String body,
    String contentType,
    String error,
    Integer retryAfter,
    List<String> scopes,
    List<String> accepted) {
  private static final String JSON = "application/json; charset=utf-8";

  static Reply ok(ObjectNode body, List<String> scopes, List<String> accepted) {
    return new Reply(200, body.toString(), JSON, null, null, scopes, accepted);
  }

  static Reply error(SlackError error) {
    return error(error, List.of(), List.of());
  }

  static Reply error(SlackError error, List<String> scopes, List<String> accepted) {
    return new Reply(
        200, error.body().toString(), JSON, error.getMessage(), null, scopes, accepted);
  }

  static Reply rateLimited(int seconds) {
    String body = new SlackError("ratelimited").body().toString();
    return new Reply(429, body, JSON, "ratelimited", seconds, List.of(), List.of());
  }

  /** As the caller sees it when this goes wrong. */
  Reply spoilt(Fault fault) {
    return switch (fault.kind()) {
      case RATE_LIMITED ->
          retryAfter == null ? rateLimited((int) Math.max(1, fault.time().toSeconds())) : this;
      case STATUS ->
          new Reply(
              fault.status(),
              "<html><body>Something went wrong</body></html>",
              "text/html",
              null,
              null,
              List.of(),
              List.of());
      case ERROR -> error(new SlackError(fault.error()), scopes, accepted);
      case SILENCE, RESET -> new Reply(0, "", JSON, null, null, List.of(), List.of());
      case TRUNCATED -> this;
    };
  }
}
