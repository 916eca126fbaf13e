package io.bellwether.standin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Set;

/**
 * Refuses requests that name another host than this one: a page of some web site that resolves its
 * name to 127.0.0.1 must not reach the stand-in.
 */
public final class LoopbackOnly implements HttpHandler {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final HttpHandler next;

  /** Puts itself before {@code next}. */
  public LoopbackOnly(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.getRequestHeaders().contains(Headers.HOST)
        && LOOPBACK.contains(exchange.getHostName())) {
      next.handleRequest(exchange);
    } else {
      exchange.setStatusCode(StatusCodes.FORBIDDEN);
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
      exchange.getResponseSender().send("This stand-in answers to 127.0.0.1 only.\n");
    }
  }
}
