package io.bellwether.quickstart;

import io.bellwether.quickstart.process.LaunchException;
import java.util.Map;

/**
 * Where and as whom {@code say} and {@code feed} post.
 *
 * @param url base address of the Web API, with a slash at its end
 * @param token posts
 * @param appToken opens the socket; null for who only posts
 */
record SlackAccess(String url, String token, String appToken) {
  private static final String SLACK = "https://slack.com/api/";

  static SlackAccess toDemo(RunFile run) {
    return new SlackAccess(withSlash(run.slackApi().toString()), run.token(), run.appToken());
  }

  /**
   * A real workspace.
   *
   * @throws LaunchException if a token is missing, by the name of its variable
   */
  static SlackAccess toSlack(Map<String, String> environment) {
    return new SlackAccess(
        withSlash(environment.getOrDefault("SLACK_API_URL", SLACK)),
        needed(environment, "SLACK_BOT_TOKEN", "xoxb-..."),
        needed(environment, "SLACK_APP_TOKEN", "xapp-..."));
  }

  /**
   * A real workspace, to post only.
   *
   * @throws LaunchException if the token is missing, by the name of its variable
   */
  static SlackAccess toPost(Map<String, String> environment) {
    return new SlackAccess(
        withSlash(environment.getOrDefault("SLACK_API_URL", SLACK)),
        needed(environment, "SLACK_BOT_TOKEN", "xoxb-..."),
        null);
  }

  private static String needed(Map<String, String> environment, String name, String form) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new LaunchException("Set " + name + " to the app's token (" + form + ").");
    }
    return value;
  }

  private static String withSlash(String url) {
    return url.endsWith("/") ? url : url + "/";
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "SlackAccess[" + url + "]";
  }
}
