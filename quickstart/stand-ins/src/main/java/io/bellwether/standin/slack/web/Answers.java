package io.bellwether.standin.slack.web;

import io.bellwether.standin.Wire;
import io.bellwether.standin.slack.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Sends answers over HTTP, or spoils them on the way. */
final class Answers {
  private static final HttpString SCOPES = new HttpString("x-oauth-scopes");
  private static final HttpString ACCEPTED = new HttpString("x-accepted-oauth-scopes");
  private static final HttpString REQUEST_ID = new HttpString("x-slack-req-id");

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
      headers(exchange, reply, bytes.length);
      if (kind == Fault.Kind.TRUNCATED) {
        Wire.truncate(exchange, bytes);
      } else {
        Wire.send(exchange, bytes);
      }
    }
  }

  private void headers(HttpServerExchange exchange, Reply reply, int length) {
    exchange.setStatusCode(reply.status());
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, reply.contentType());
    headers.put(Headers.CONTENT_LENGTH, length);
    headers.put(
        Headers.DATE,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    headers.put(REQUEST_ID, UUID.randomUUID().toString().replace("-", ""));
    if (!reply.scopes().isEmpty()) {
      headers.put(SCOPES, String.join(",", reply.scopes()));
      headers.put(ACCEPTED, String.join(",", reply.accepted()));
    }
    if (reply.retryAfter() != null) {
      headers.put(Headers.RETRY_AFTER, reply.retryAfter());
    }
  }
}
