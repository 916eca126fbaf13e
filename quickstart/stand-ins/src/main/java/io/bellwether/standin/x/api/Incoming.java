package io.bellwether.standin.x.api;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as it came.
 *
 * @param at when, on the stand-in's clock
 * @param caller who is known to have sent it
 * @param authorization the header; empty where there is none
 */
record Incoming(
    Instant at, Parameters parameters, Optional<Caller> caller, String authorization, String body) {
  private static final int MOST_BYTES = 1024 * 1024;

  static Incoming read(HttpServerExchange exchange, Authentication authentication, Instant now) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    return new Incoming(
        now,
        new Parameters(exchange.getQueryParameters()),
        authentication.caller(exchange, now),
        header == null ? "" : header,
        body(exchange));
  }

  private static String body(HttpServerExchange exchange) {
    try {
      exchange.startBlocking();
      byte[] bytes = exchange.getInputStream().readNBytes(MOST_BYTES);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException brokenOff) {
      return "";
    }
  }
}
