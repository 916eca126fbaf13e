package io.bellwether.quickstart.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;

/**
 * Keeps other web sites out of the page. A browser lets any site send requests to loopback: a name
 * that is rebound to 127.0.0.1 is told by its {@code Host}, a form or script of another origin by
 * its {@code Origin}, and whatever text says, the page runs no script but its own.
 */
final class Guard implements HttpHandler {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; require-trusted-types-for 'script'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private final HttpHandler next;

  Guard(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HEADERS.forEach(
        (name, value) -> exchange.getResponseHeaders().put(HttpString.tryFromString(name), value));
    int port = exchange.getConnection().getLocalAddress(InetSocketAddress.class).getPort();
    if (!isOurs(exchange.getRequestHeaders(), port)) {
      exchange.setStatusCode(StatusCodes.FORBIDDEN);
    } else if (exchange.getRequestMethod().equals(Methods.POST) && !isJson(exchange)) {
      exchange.setStatusCode(StatusCodes.UNSUPPORTED_MEDIA_TYPE);
    } else {
      next.handleRequest(exchange);
    }
  }

  private static boolean isOurs(HeaderMap headers, int port) {
    String host = headers.getFirst(Headers.HOST);
    String origin = headers.getFirst(Headers.ORIGIN);
    return Set.of("127.0.0.1:" + port, "localhost:" + port).contains(String.valueOf(host))
        && (origin == null || origin.equals("http://" + host));
  }

  /** What a form of another site cannot send without asking first. */
  private static boolean isJson(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    return type != null && type.split(";")[0].strip().equals("application/json");
  }
}
