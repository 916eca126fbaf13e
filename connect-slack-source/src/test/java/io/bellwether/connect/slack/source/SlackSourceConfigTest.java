package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class SlackSourceConfigTest {
  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "name", "slack",
              "slack.bot.token", "bot",
              "slack.app.token", "xapp-1",
              "slack.channels", "#feedback,C2",
              "slack.api.url", "http://127.0.0.1:1/api/"));

  private List<String> errors(String key) {
    Config config = new SlackSourceConnector().validate(properties);
    return config.configValues().stream()
        .filter(value -> value.name().equals(key))
        .map(ConfigValue::errorMessages)
        .findFirst()
        .orElse(List.of());
  }

  @Test
  void everyKeyIsDescribed() {
    ConfigContract.holds(SlackSourceConfig.DEFINITION);
  }

  @Test
  void theReferenceIsCurrent() {
    ReferencePage.isCurrent(
        "slack-source.md",
        "Slack source connector",
        "The keys of `io.bellwether.connect.slack.source.SlackSourceConnector`, besides those of"
            + " Kafka Connect itself.",
        SlackSourceConfig.DEFINITION);
  }

  @Test
  void socketModeNeedsTheAppLevelToken() {
    properties.remove("slack.app.token");
    assertThat(errors("slack.app.token").get(0)).contains("mode=history");
    properties.put("mode", "history");
    assertThat(errors("slack.app.token")).isEmpty();
  }

  @Test
  void socketModeRefusesTheIntervalBoundary() {
    properties.put("transaction.boundary", "interval");
    assertThat(errors("transaction.boundary").get(0)).contains("use poll");
    properties.put("mode", "history");
    assertThat(errors("transaction.boundary")).isEmpty();
  }

  @Test
  void keywordsAndExpressionExcludeEachOther() {
    properties.putAll(Map.of("keywords", "azure", "keywords.regex", "a.*"));
    assertThat(errors("keywords.regex")).hasSize(1);
  }

  @Test
  void anUnreachableSlackIsAnErrorOfTheUrl() {
    assertThat(errors("slack.api.url").get(0))
        .contains("cannot be reached")
        .contains("check slack.api.url");
  }

  @Test
  void secretsAreNotInAnyMessage() {
    properties.put("slack.app.token", "hunter2");
    assertThat(errors("slack.app.token").get(0)).contains("xapp-").doesNotContain("hunter2");
  }

  @Test
  void aPlaceToStartIsATimestamp() {
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(new SlackSourceConfig(properties).startTs(now)).isEqualTo("1793491200.000000");
    properties.put("start.from", "beginning");
    assertThat(new SlackSourceConfig(properties).startTs(now)).isEqualTo("0");
    properties.put("start.from", "2023-11-14T22:13:20Z");
    assertThat(new SlackSourceConfig(properties).startTs(now)).isEqualTo("1700000000.000000");
  }

  @Test
  void aSocketStreamIsNotSplit() {
    SlackSourceConnector connector = new SlackSourceConnector();
    connector.start(properties);
    assertThat(connector.taskConfigs(3)).hasSize(1);
  }

  @Test
  void historyIsSplitOverTasksAndSoAreItsBudgets() {
    properties.put("mode", "history");
    SlackSourceConnector connector = new SlackSourceConnector();
    connector.start(properties);
    List<Map<String, String>> tasks = connector.taskConfigs(3);
    assertThat(tasks)
        .extracting(task -> task.get("slack.channels"))
        .containsExactly("#feedback", "C2");
    assertThat(tasks)
        .extracting(task -> task.get("history.requests.per.minute"))
        .containsOnly("22.5");
  }

  @Test
  void positionsAreExactlyOnceWhateverTheConfiguration() {
    assertThat(new SlackSourceConnector().exactlyOnceSupport(properties))
        .isEqualTo(ExactlyOnceSupport.SUPPORTED);
  }
}
