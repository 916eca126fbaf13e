package io.bellwether.standin.x;

/**
 * A developer's app and all that it can sign in with.
 *
 * @param bearerToken the app-only token, as X shows it and as {@code /oauth2/token} gives it
 * @param accessToken of the user who owns the app, for OAuth 1.0a
 * @param userId that user
 */
public record XApp(
    long id,
    String name,
    String consumerKey,
    String consumerSecret,
    String bearerToken,
    String accessToken,
    String accessTokenSecret,
    long userId) {
  /** Only the name: the rest are secrets. */
  @Override
  public String toString() {
    return name;
  }
}
