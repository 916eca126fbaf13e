package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What a call is answered with.
 *
 * @param status HTTP status
 * @param body the text of the answer
 * @param contentType of the body
 * @param headers beyond the usual ones
 * @param error why it was refused; null when it went well
 * @param trades how many trades it holds
 */
record Reply(
    int status,
    String body,
    String contentType,
    Map<String, String> headers,
    String error,
    int trades) {
  private static final String JSON = "application/json; charset=utf-8";

  static Reply json(JsonNode body) {
    return new Reply(200, body.toString(), JSON, Map.of(), null, 0);
  }

  static Reply text(int status, String type, String body, String error) {
    return new Reply(status, body, type, Map.of(), error, 0);
  }

  static Reply error(int status, JsonNode body, String error) {
    return new Reply(status, body.toString(), JSON, Map.of(), error, 0);
  }

  Reply with(String header, Object value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value.toString());
    return new Reply(status, body, contentType, Map.copyOf(more), error, trades);
  }

  Reply holding(int count) {
    return new Reply(status, body, contentType, headers, error, count);
  }

  Reply withBody(String changed) {
    return new Reply(status, changed, contentType, headers, error, trades);
  }
}
