package io.bellwether.chaos.lab;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.util.Map;

/** A Slack with the one app of both plugins. */
public final class SlackPlace implements Place {
  /** More than any run makes. */
  private static final int RECORDED_CALLS = 1_000_000;

  private final SlackStandIn slack =
      SlackStandIn.start(Options.defaults().withRecordedCalls(RECORDED_CALLS));
  private final App app = slack.workspace().app("bellwether");

  public SlackStandIn slack() {
    return slack;
  }

  public App app() {
    return app;
  }

  @Override
  public String address() {
    return "Slack at " + slack.webApiUrl();
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of(
        "SLACK_BOT_TOKEN", app.botToken(),
        "SLACK_APP_TOKEN", app.appToken(),
        "SLACK_SINK_BOT_TOKEN", app.botToken());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("slack.api.url", slack.webApiUrl().toString());
  }

  @Override
  public String secretPattern() {
    return "xox[bp]-|xapp-";
  }

  @Override
  public void close() {
    slack.close();
  }
}
