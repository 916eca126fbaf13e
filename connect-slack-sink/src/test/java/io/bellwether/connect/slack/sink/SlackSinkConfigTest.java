package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSinkConfigTest {
  private final Map<String, String> given =
      new HashMap<>(
          Map.of(
              "name", "s",
              "connector.class", "SlackSinkConnector",
              "topics", "a,b",
              "slack.bot.token", "the-secret"));

  private String text(Object value) {
    return ((ToPost)
            new SlackSinkConfig(given).mapper(InstantSource.system()).map(Records.of(value)))
        .alert()
        .text();
  }

  private List<String> errors(String key) {
    return new SlackSinkConnector()
        .validate(given).configValues().stream()
            .filter(value -> value.name().equals(key))
            .map(ConfigValue::errorMessages)
            .findFirst()
            .orElse(List.of());
  }

  @Test
  void theDefinitionKeepsTheContract() {
    ConfigContract.holds(SlackSinkConfig.DEFINITION);
  }

  @Test
  void theReferenceIsCurrent() {
    ReferencePage.isCurrent(
        "slack-sink.md", SlackSinkDocs.TITLE, SlackSinkDocs.INTRO, SlackSinkConfig.DEFINITION);
  }

  @Test
  void theDefaultTemplateReadsWellForScoredFeedback() {
    Map<String, Object> feedback = new HashMap<>();
    feedback.put("event_id", "e1");
    feedback.put("text", "Azure is down <again>");
    feedback.put("author_name", "Ann");
    feedback.put("channel_name", "feedback");
    feedback.put("score", 0.08333333);
    feedback.put("outcome", "negative");
    feedback.put("url", "https://acme.slack.com/archives/C1/p1");
    assertThat(text(feedback))
        .isEqualTo(
            "*negative* (0.08): Azure is down &lt;again&gt;\n"
                + "— Ann in #feedback (<https://acme.slack.com/archives/C1/p1|open>)");

    feedback.put("url", null);
    feedback.put("channel_name", null);
    feedback.put("score", 0);
    assertThat(text(feedback)).isEqualTo("*negative* (0.00): Azure is down &lt;again&gt;\n— Ann");

    feedback.put("author_name", null);
    feedback.put("outcome", null);
    assertThat(text(feedback)).isEqualTo("Azure is down &lt;again&gt;");
  }

  @Test
  void theDefaultTemplateShowsAnyOtherRecordAsItIs() {
    assertThat(text("hello")).isEqualTo("hello");
    assertThat(text("{\"market\":\"BTC-USD\",\"price\":1.5}"))
        .isEqualTo("{\"market\":\"BTC-USD\",\"price\":1.5}");
    assertThat(text(Map.of("text", "just text"))).isEqualTo("just text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "channel~ops-${tpic}~${topic} may stand for the topic",
        "channel~#~a channel's name or id",
        "topic.channels~a=ops~a list of topic:channel",
        "topic.channels~a:ops,c:ops~'c', which is not in topics",
        "emoji.by.value~negative:~a list of value:emoji",
        "channel.create~yes~one of no, public, private",
        "message.blocks~{}~JSON array of blocks",
        "message.template~{{{text}}}~line 1, column 1 is unescaped",
        "message.template~{{#text}}~line 1",
        "post.interval.ms~-1~from 0",
        "retry.backoff.max.ms~5~at least 1000",
        "slack.api.url~slack.com~must begin with https://",
        "event.id.field~ ~not blank",
        "task.count~2~task.count",
        "slack.bot.tokn~x~Did you mean 'slack.bot.token'?",
      })
  void aBadValueIsAnErrorOfItsKeyWithTheRemedy(String key, String value, String message) {
    given.put(key, value == null ? " " : value);
    assertThat(errors(key)).singleElement().asString().contains(message);
  }

  @Test
  void aMissingTokenIsNamed() {
    given.remove("slack.bot.token");
    assertThat(errors("slack.bot.token")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000,1,1000", "1000,3,3000", "0,5,0", "3600000,10,36000000"})
  void thePaceIsDividedAmongTheTasksHoweverSlowItIs(String interval, int tasks, long each) {
    given.put("post.interval.ms", interval);
    SlackSinkConnector connector = new SlackSinkConnector();
    connector.start(given);
    assertThat(connector.taskConfigs(tasks))
        .hasSize(tasks)
        .allSatisfy(task -> assertThat(new SlackSinkConfig(task).postInterval()).hasMillis(each));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(new SlackSinkConnector().version())
        .isEqualTo(new SlackSinkTask().version())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
