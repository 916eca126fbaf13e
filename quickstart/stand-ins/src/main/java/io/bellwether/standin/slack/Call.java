package io.bellwether.standin.slack;

import java.time.Instant;
import java.util.Map;

/**
 * One Web API request as it was answered.
 *
 * @param method such as {@code chat.postMessage}
 * @param app name of the app whose token was sent; null without a known token
 * @param at when it arrived, on the stand-in's clock
 * @param parameters arguments without the token
 * @param status HTTP status; 0 when it never got an answer
 * @param error Slack's error word; null when it went well
 * @param retryAfterSeconds what a 429 said; null otherwise
 */
public record Call(
    String method,
    String app,
    Instant at,
    Map<String, String> parameters,
    int status,
    String error,
    Integer retryAfterSeconds) {
  /** Whether the caller was told that it went well. */
  public boolean ok() {
    return status == 200 && error == null;
  }
}
