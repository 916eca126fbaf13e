package io.bellwether.standin.slack;

import java.util.Set;

/**
 * An app installed in the workspace, with the three tokens Slack gives one.
 *
 * @param appId {@code A...}
 * @param name the app's name
 * @param botId {@code B...}, on each message the app posts
 * @param botUserId {@code U...} of the bot user
 * @param installerId {@code U...} of the person whose identity the user token carries
 * @param botToken {@code xoxb-...}
 * @param appToken {@code xapp-...}, for Socket Mode only
 * @param userToken {@code xoxp-...}: posts as the installing person
 * @param scopes OAuth scopes of the bot and user token
 * @param events Events API subscriptions, such as {@code message.channels}
 */
public record App(
    String appId,
    String name,
    String botId,
    String botUserId,
    String installerId,
    String botToken,
    String appToken,
    String userToken,
    Set<String> scopes,
    Set<String> events) {
  /** What an app gets unless told otherwise: all that Bellwether's manifest asks for. */
  public static final Set<String> DEFAULT_SCOPES =
      Set.of(
          "channels:history",
          "channels:join",
          "channels:manage",
          "channels:read",
          "chat:write",
          "groups:history",
          "groups:read",
          "groups:write",
          "im:history",
          "im:read",
          "im:write",
          "metadata.message:read",
          "team:read",
          "users:read");

  /** Messages of public channels, private channels and direct conversations. */
  public static final Set<String> DEFAULT_EVENTS =
      Set.of("message.channels", "message.groups", "message.im");

  App withScopes(Set<String> changed) {
    return new App(
        appId,
        name,
        botId,
        botUserId,
        installerId,
        botToken,
        appToken,
        userToken,
        Set.copyOf(changed),
        events);
  }

  App withEvents(Set<String> changed) {
    return new App(
        appId,
        name,
        botId,
        botUserId,
        installerId,
        botToken,
        appToken,
        userToken,
        scopes,
        Set.copyOf(changed));
  }

  App withTokens(String bot, String app, String user) {
    return new App(appId, name, botId, botUserId, installerId, bot, app, user, scopes, events);
  }

  /** Names the app; the tokens stay out of whatever this is printed to. */
  @Override
  public String toString() {
    return "App[" + appId + " " + name + "]";
  }
}
