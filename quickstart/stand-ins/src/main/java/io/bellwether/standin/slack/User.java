package io.bellwether.standin.slack;

/**
 * A member of the workspace: a person, or the bot user of an app.
 *
 * @param id {@code U...}
 * @param name the handle, lower case
 * @param realName the name shown
 * @param appId the app whose bot user this is; null for a person
 * @param botId the {@code B...} id of that app's bot; null for a person
 */
public record User(String id, String name, String realName, String appId, String botId) {
  /** Whether this is an app's bot user. */
  public boolean bot() {
    return botId != null;
  }
}
