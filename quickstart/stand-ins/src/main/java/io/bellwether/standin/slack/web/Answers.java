package io.bellwether.standin.slack.web;

import io.bellwether.standin.slack.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;

/** Sends answers over HTTP, or spoils them on the way. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
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
      reset(exchange);
    } else if (kind == Fault.Kind.SILENCE) {
      long millis = fault.time().toMillis();
      ServerConnection connection = exchange.getConnection();
      exchange.dispatch(
          () ->
              CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                  .execute(() -> IoUtils.safeClose(connection)));
    } else {
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      headers(exchange, reply, bytes.length);
      if (kind == Fault.Kind.TRUNCATED) {
        truncate(exchange, bytes);
      } else {
        write(exchange, bytes);
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

  private static void write(HttpServerExchange exchange, byte[] bytes) {
    try (OutputStream out = exchange.getOutputStream()) {
      out.write(bytes);
    } catch (IOException callerIsGone) {
      LOG.debug("the caller did not wait for its answer", callerIsGone);
    }
  }

  private static void truncate(HttpServerExchange exchange, byte[] bytes) {
    try {
      OutputStream out = exchange.getOutputStream();
      out.write(Arrays.copyOf(bytes, bytes.length / 2));
      out.flush();
    } catch (IOException callerIsGone) {
      LOG.debug("the caller did not wait for its answer", callerIsGone);
    }
    IoUtils.safeClose(exchange.getConnection());
  }

  private static void reset(HttpServerExchange exchange) {
    ServerConnection connection = exchange.getConnection();
    try {
      connection.setOption(Options.CLOSE_ABORT, true);
    } catch (IOException closedAlready) {
      LOG.debug("nothing left to reset", closedAlready);
    }
    IoUtils.safeClose(connection);
  }
}
