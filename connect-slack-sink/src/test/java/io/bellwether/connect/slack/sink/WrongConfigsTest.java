package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.validate.Sample;
import io.bellwether.connect.validate.WrongConfigs;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongConfigsTest {
  @Test
  void eachMistakeIsAnsweredByWhatIsWrongWhyAndWhatToDo() {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults().withRateLimits(false))) {
      App app = slack.workspace().app("bellwether");
      for (String name : List.of("negative-feedback", "positive-feedback", "random")) {
        slack.workspace().join(app, slack.workspace().createChannel(name, false));
      }
      new WrongConfigs(
              "slack-sink",
              Map.of(
                  "slack.bot.token", app.botToken(),
                  "slack.api.url", slack.webApiUrl().toString()))
          .show(slack.webApiUrl().toString(), "https://slack.com/api/")
          .areAnsweredAsTold();
    }
  }

  @Test
  void everySampleIsAccepted(@TempDir Path secrets) {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults().withRateLimits(false))) {
      App app = slack.workspace().app("bellwether");
      for (String name :
          List.of("negative-feedback", "positive-feedback", "trade-alerts", "trip-alerts")) {
        slack.workspace().join(app, slack.workspace().createChannel(name, false));
      }
      Map<String, String> given =
          Map.of(
              "slack.bot.token", app.botToken(),
              "slack.api.url", slack.webApiUrl().toString());
      assertThat(Sample.allAreAccepted(SlackSinkConnector.class, given, secrets)).isEqualTo(5);
    }
  }
}
