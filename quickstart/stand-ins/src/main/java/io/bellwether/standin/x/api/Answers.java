package io.bellwether.standin.x.api;

import io.bellwether.standin.Wire;
import io.bellwether.standin.x.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Sends answers over HTTP, or spoils them on the way. */
final class Answers {
  private static final HttpString LIMIT = new HttpString("x-rate-limit-limit");
  private static final HttpString REMAINING = new HttpString("x-rate-limit-remaining");
  private static final HttpString RESET = new HttpString("x-rate-limit-reset");

  private final InstantSource clock;

  Answers(InstantSource clock) {
    this.clock = clock;
  }

  /** Sends the reply the way the fault, if any, has it. */
  void send(HttpServerExchange exchange, Reply reply, Fault fault) {
    Fault.Kind kind = fault == null ? null : fault.kind();
    if (kind == Fault.Kind.RESET) {
      Wire.reset(exchange);
    } else if (kind == Fault.Kind.SILENCE) {
      Wire.silence(exchange, fault.time());
    } else {
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.setStatusCode(reply.status());
      headers(exchange, reply.contentType(), reply.window());
      exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, bytes.length);
      if (kind == Fault.Kind.TRUNCATED) {
        Wire.truncate(exchange, bytes);
      } else {
        Wire.send(exchange, bytes);
      }
    }
  }

  void headers(HttpServerExchange exchange, String contentType, RateWindows.Seen window) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, contentType);
    headers.put(
        Headers.DATE,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    if (window != null) {
      headers.put(LIMIT, window.limit());
      headers.put(REMAINING, window.remaining());
      headers.put(RESET, window.reset());
    }
  }
}
