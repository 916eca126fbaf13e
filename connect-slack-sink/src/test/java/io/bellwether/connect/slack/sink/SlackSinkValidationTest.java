package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the check of a configuration says, in a real worker against the stand-in, through the REST
 * interface.
 */
@Timeout(120)
class SlackSinkValidationTest extends SinkScenario {
  @Test
  void validationNamesTheKeyTheReasonAndTheRemedy() {
    topicAndChannel("valid");
    Map<String, String> config = config("valid");
    config.put("name", "valid");
    assertThat(connect.errors(config, "slack.bot.token")).isEmpty();

    config.put("slack.bot.token", "the-wrong-one");
    assertThat(connect.errors(config, "slack.bot.token"))
        .singleElement()
        .asString()
        .contains("set slack.bot.token to a current token")
        .doesNotContain("the-wrong-one");

    config.put("slack.bot.token", app.botToken());
    config.put("topics", "valid,missing");
    assertThat(connect.errors(config, "channel"))
        .singleElement()
        .asString()
        .contains("'missing'", "create it");

    config.put("topic.channels", "missing:nowhere");
    assertThat(connect.errors(config, "topic.channels"))
        .singleElement()
        .asString()
        .contains("'nowhere'");

    config.put("topic.channels", "missing:#valid");
    config.put("slack.api.url", "http://127.0.0.1:1/api/");
    assertThat(connect.errors(config, "slack.api.url"))
        .singleElement()
        .asString()
        .contains("cannot be reached", "http://127.0.0.1:1/api/", "check this URL");

    config.put("slack.api.ur", "x");
    assertThat(connect.errors(config, "slack.api.ur"))
        .singleElement()
        .asString()
        .contains("Did you mean 'slack.api.url'?");
    assertThat(connect.errors(config, "slack.api.url")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth.test", "conversations.list"})
  void aRateLimitSaysNothingAboutTheConfiguration(String limited) {
    slack.workspace().join(app, slack.workspace().createChannel("busy", false));
    Map<String, String> config = config("busy");
    config.put("name", "busy");
    slack.faults().always(limited, Fault.rateLimited(Duration.ofSeconds(30)));
    assertThat(connect.errors(config, "slack.api.url")).isEmpty();
    assertThat(connect.errors(config, "slack.bot.token")).isEmpty();

    slack.faults().clear();
    slack.faults().always(limited, Fault.serverError(500));
    assertThat(connect.errors(config, "slack.api.url"))
        .singleElement()
        .asString()
        .contains("HTTP 500");
  }
}
