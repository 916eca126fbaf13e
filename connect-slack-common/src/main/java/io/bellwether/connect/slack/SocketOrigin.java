package io.bellwether.connect.slack;

import io.bellwether.connect.http.Origins;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Retry;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Where a Socket Mode connection may lead. Slack's own is not at the Web API's host but at {@code
 * wss-primary.slack.com} and the like, and stays there when the Web API is reached through a proxy.
 * So a socket may go to the Web API's host, below it, or below a domain of Slack; over TLS, unless
 * both are on this machine.
 */
final class SocketOrigin {
  private SocketOrigin() {}

  static Outcome<String> check(HttpUrl api, String socket) {
    HttpUrl url = HttpUrl.parse(socket.replaceFirst("(?i)^ws", "http"));
    if (url == null || !socket.regionMatches(true, 0, "ws", 0, 2)) {
      return refuse("no WebSocket URL");
    }
    if (Origins.isLoopback(url) && Origins.isLoopback(api)) {
      return new Ok<>(socket);
    }
    if (!url.isHttps()) {
      return refuse("a Socket Mode URL without TLS, at " + url.host());
    }
    String host = url.host().toLowerCase(Locale.ROOT);
    boolean known =
        Stream.of(api.host(), "slack.com", "slack-gov.com")
            .anyMatch(each -> host.equals(each) || host.endsWith("." + each));
    return known ? new Ok<>(socket) : refuse("a Socket Mode URL of another host, " + host);
  }

  private static Outcome<String> refuse(String what) {
    return new Retry<>(Duration.ZERO, "Slack gave " + what + ": it is not opened", false);
  }
}
