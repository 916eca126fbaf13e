package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Apps;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Who calls, by the Authorization header. */
final class Authentication {
  private static final String BEARER = "bearer ";
  private static final String OAUTH = "oauth ";

  private final Apps apps;
  private final OAuth1 oauth1;

  Authentication(Apps apps) {
    this.apps = apps;
    this.oauth1 = new OAuth1(apps);
  }

  Optional<Caller> caller(HttpServerExchange exchange, Instant now) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    String scheme = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BEARER)) {
      return apps.byBearerToken(header.substring(BEARER.length()).strip())
          .map(app -> new Caller(app, false));
    }
    if (scheme.startsWith(OAUTH)) {
      return oauth1
          .verify(exchange, header.substring(OAUTH.length()), now)
          .map(app -> new Caller(app, true));
    }
    return Optional.empty();
  }
}
