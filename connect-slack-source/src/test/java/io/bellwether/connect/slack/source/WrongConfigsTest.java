package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.validate.Sample;
import io.bellwether.connect.validate.WrongConfigs;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongConfigsTest {
  @Test
  void eachMistakeIsAnsweredByWhatIsWrongWhyAndWhatToDo() {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults().withRateLimits(false))) {
      App app = slack.workspace().app("bellwether");
      slack.workspace().join(app, slack.workspace().createChannel("feedback", false));
      slack.workspace().join(app, slack.workspace().createChannel("general", false));
      slack.workspace().createChannel("random", false);
      new WrongConfigs(
              "slack-source",
              Map.of(
                  "slack.bot.token", app.botToken(),
                  "slack.app.token", app.appToken(),
                  "slack.api.url", slack.webApiUrl().toString()))
          .show(slack.webApiUrl().toString(), "https://slack.com/api/")
          .areAnsweredAsTold();
    }
  }

  @Test
  void everySampleIsAcceptedWithItsSecretsFromTheEnvironmentAFileOrADirectory(
      @TempDir Path secrets) {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults().withRateLimits(false))) {
      App app = slack.workspace().app("bellwether");
      slack.workspace().join(app, slack.workspace().createChannel("feedback", false));
      Sample.write(
          secrets.resolve("slack.properties"),
          "bot.token=" + app.botToken() + "\napp.token=" + app.appToken() + "\n");
      Sample.write(secrets.resolve("slack/bot-token"), app.botToken());
      Sample.write(secrets.resolve("slack/app-token"), app.appToken());
      Map<String, String> given =
          Map.of(
              "slack.bot.token", app.botToken(),
              "slack.app.token", app.appToken(),
              "slack.api.url", slack.webApiUrl().toString());
      assertThat(Sample.allAreAccepted(SlackSourceConnector.class, given, secrets)).isEqualTo(7);
      Sample.write(secrets.resolve("slack/bot-token"), "xoxb-hunter2");
      assertThatThrownBy(() -> Sample.allAreAccepted(SlackSourceConnector.class, given, secrets))
          .as("another secret in the directory")
          .hasMessageContaining("from-directory")
          .hasMessageContaining("Slack refuses the token");
    }
  }
}
