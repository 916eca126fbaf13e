package io.bellwether.connect.slack;

/**
 * Who a token belongs to.
 *
 * @param teamId the workspace
 * @param url of the workspace, with a slash at its end
 * @param userId the app's own user
 * @param botId the app's own bot; {@code null} for a user token
 */
public record SlackIdentity(String teamId, String url, String userId, String botId) {
  /** Where a person can read a message of this workspace. */
  public String permalink(String channelId, String ts) {
    return url + "archives/" + channelId + "/p" + ts.replace(".", "");
  }
}
