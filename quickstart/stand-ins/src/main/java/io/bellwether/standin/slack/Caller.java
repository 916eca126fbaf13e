package io.bellwether.standin.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Who makes a Web API call: an app, by one of its tokens.
 *
 * @param app whose token it is
 * @param kind which of the three
 * @param revoked whether the token no longer works
 */
public record Caller(App app, Kind kind, boolean revoked) {
  /** The kinds of token. */
  public enum Kind {
    BOT,
    APP,
    USER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Optional<Caller> of(App app, String token) {
    if (same(app.botToken(), token)) {
      return Optional.of(new Caller(app, Kind.BOT, false));
    }
    if (same(app.appToken(), token)) {
      return Optional.of(new Caller(app, Kind.APP, false));
    }
    return same(app.userToken(), token)
        ? Optional.of(new Caller(app, Kind.USER, false))
        : Optional.empty();
  }

  /** The user it acts as: the bot user, or with a user token the person who installed the app. */
  public String userId() {
    return kind == Kind.USER ? app.installerId() : app.botUserId();
  }

  Caller revoked(boolean now) {
    return new Caller(app, kind, now);
  }

  String key() {
    return app.appId() + ":" + kind.word();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
