package io.bellwether.standin.x;

import java.time.Instant;
import java.util.Map;

/**
 * One API request as it was answered.
 *
 * @param name method and path, one of the names in {@link Faults}
 * @param app name of the app that signed in; null without a known one
 * @param at when it arrived, on the stand-in's clock
 * @param parameters of the query; of each name the last one
 * @param status HTTP status; 0 when it never got an answer
 * @param problem title of the problem; null when it went well
 * @param posts how many posts were given
 */
public record Call(
    String name,
    String app,
    Instant at,
    Map<String, String> parameters,
    int status,
    String problem,
    int posts) {
  /** Whether the caller was told that it went well. */
  public boolean ok() {
    return status == 200;
  }
}
