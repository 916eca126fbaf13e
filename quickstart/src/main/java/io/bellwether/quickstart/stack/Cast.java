package io.bellwether.quickstart.stack;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.List;
import java.util.Map;

/**
 * Who is in the demo's Slack workspace.
 *
 * @param bellwether the app that reads feedback and posts alerts
 * @param people a second app, through which {@code say} speaks as {@code speaker}
 * @param speaker who installed that app
 * @param person who types on the page
 */
public record Cast(App bellwether, App people, User speaker, User person) {
  private static final List<String> CHANNELS =
      List.of("feedback", "negative-feedback", "positive-feedback");

  private static final String SPEAKER = "alex";

  /** Brings them in, where a former start has not done so. */
  public static Cast in(Workspace workspace) {
    Cast cast =
        new Cast(
            workspace.app("bellwether"),
            workspace.app("people", SPEAKER),
            workspace.person(SPEAKER),
            workspace.person("you"));
    CHANNELS.forEach(name -> cast.enter(workspace, name));
    return cast;
  }

  /** One more channel with all of them in it. */
  public static void room(Workspace workspace, String name) {
    in(workspace).enter(workspace, name);
  }

  private void enter(Workspace workspace, String name) {
    Channel channel = workspace.createChannel(name, false);
    workspace.join(person, channel);
    workspace.join(bellwether, channel);
    workspace.join(speaker, channel);
    workspace.join(people, channel);
  }

  /** What the connectors of {@code config/} read from the worker's environment. */
  public Map<String, String> secrets() {
    return Map.of(
        "SLACK_BOT_TOKEN", bellwether.botToken(),
        "SLACK_APP_TOKEN", bellwether.appToken(),
        "SLACK_SINK_BOT_TOKEN", bellwether.botToken());
  }
}
