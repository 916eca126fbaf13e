package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query against a real broker. */
class FeedbackPipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> TEXTS =
      Map.of(
          "negative", "Azure is down again, this is unacceptable",
          "positive", "Azure is great, I love the new portal",
          "neutral", "Is there a meeting tomorrow?",
          "unscored", " ");

  @TempDir Path checkpoint;
  private final TestTopics topics = new TestTopics(2);

  @ParameterizedTest
  @ValueSource(strings = {"micro-batch", "continuous", "available-now"})
  void everyRecordComesOutOnceWhereItBelongs(String trigger) throws Exception {
    topics.send(messages(0, 40));
    topics.sendAndAbort(messages(1000, 20));
    topics.send("no-json", "nonsense");
    topics.send("no-value", null);
    topics.send(messages(40, 20));

    StreamingQuery query = start(Map.of("trigger", trigger));
    try {
      if (trigger.equals("available-now")) {
        query.awaitTermination();
      } else {
        await().atMost(PATIENCE).until(() -> topics.outputs().size() >= 62);
        topics.send(messages(60, 20));
        await().atMost(PATIENCE).until(() -> topics.outputs().size() >= 82);
      }
    } finally {
      query.stop();
    }

    int messages = trigger.equals("available-now") ? 60 : 80;
    List<ConsumerRecord<String, String>> outputs = topics.outputs();
    assertThat(outputs).hasSize(messages + 2);
    assertThat(eventIds(outputs)).doesNotHaveDuplicates();
    assertThat(counts(outputs))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "negative", messages / 4,
                "positive", messages / 4,
                "neutral", messages / 4,
                "unscored", messages / 4 + 2));
    assertThat(outputs).allSatisfy(this::isWhatItShouldBe);
  }

  @Test
  void aRestartedJobGoesOnWhereItEnded() throws Exception {
    Map<String, String> job = Map.of("trigger", "available-now", "max.offsets.per.trigger", "7");
    topics.send(messages(0, 20));
    start(job).awaitTermination();
    assertThat(topics.outputs()).hasSize(20);

    topics.send(messages(20, 20));
    start(job).awaitTermination();
    start(job).awaitTermination();

    assertThat(topics.outputs()).hasSize(40);
    assertThat(eventIds(topics.outputs())).doesNotHaveDuplicates();
  }

  @Test
  void aRestartedJobRemembersWhatItHasScored() throws Exception {
    Map<String, String> job = Map.of("trigger", "available-now", "dedupe.key", "text");
    topics.send(messages(0, 20));
    start(job).awaitTermination();
    // One of each; blanks say the same as well.
    assertThat(counts(topics.outputs()))
        .isEqualTo(Map.of("negative", 1, "positive", 1, "neutral", 1, "unscored", 1));

    topics.send(messages(20, 20));
    topics.send("new", "{\"event_id\":\"new:0\",\"text\":\"It works, thanks, I love it\"}");
    start(job).awaitTermination();
    assertThat(counts(topics.outputs()))
        .isEqualTo(Map.of("negative", 1, "positive", 2, "neutral", 1, "unscored", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"continuous", "available-now"})
  void whatTheFilterLeavesOutIsNotWritten(String trigger) throws Exception {
    topics.send(messages(0, 20));
    topics.send("no-json", "nonsense");
    Map<String, String> job = Map.of("trigger", trigger, "filter.when", "text LIKE 'Azure%'");
    StreamingQuery query = start(job);
    try {
      await().atMost(PATIENCE).until(() -> topics.outputs().size() >= 16);
    } finally {
      query.stop();
    }
    assertThat(counts(topics.outputs()))
        .isEqualTo(Map.of("negative", 5, "positive", 5, "unscored", 6));
  }

  @Test
  void noRecordIsTooLargeForTheJob() throws Exception {
    topics.send("large", "{\"event_id\":\"large:0\",\"text\":\"" + "a b ".repeat(300_000) + "\"}");
    topics.send("k".repeat(1_100_000), "{\"event_id\":\"key:0\",\"text\":\"fine\"}");
    topics.send(messages(0, 4));

    start(Map.of("trigger", "available-now")).awaitTermination();

    assertThat(counts(topics.outputs())).containsEntry("unscored", 3).containsEntry("neutral", 1);
    assertThat(topics.outputs())
        .filteredOn(record -> record.value().contains("would exceed"))
        .hasSize(2)
        .allMatch(record -> record.value().contains("\"truncated\":true"));
  }

  @Test
  void aScorerThatThrowsLosesNoRecord() throws Exception {
    topics.send(messages(0, 20));
    topics.send("b", "{\"event_id\":\"b:0\",\"text\":\"boom\"}");

    start(Map.of("trigger", "available-now", "scorer", "moody")).awaitTermination();

    assertThat(counts(topics.outputs())).isEqualTo(Map.of("positive", 15, "unscored", 6));
    assertThat(topics.outputs())
        .filteredOn(record -> record.value().contains("I do not read boom"))
        .hasSize(1);
  }

  private void isWhatItShouldBe(ConsumerRecord<String, String> record) throws Exception {
    JsonNode value = JSON.readTree(record.value());
    assertThat(value.get("outcome").textValue()).isEqualTo(topics.outcome(record));
    String eventId = value.get("event_id").textValue();
    if (record.key().startsWith("e")) {
      assertThat(eventId).isEqualTo(record.key() + ":0");
      assertThat(TEXTS).containsEntry(topics.outcome(record), value.get("text").textValue());
      assertThat(record.value()).contains("\"unknown\":[1.50]");
    } else {
      assertThat(eventId).startsWith(topics.input() + ":");
      assertThat(value.get("reason").textValue()).isNotBlank();
    }
  }

  /** A quarter of each outcome. */
  private List<ProducerRecord<String, String>> messages(int from, int count) {
    List<String> outcomes = List.of("negative", "positive", "neutral", "unscored");
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      String text = TEXTS.get(outcomes.get(i % outcomes.size()));
      String value =
          "{\"event_id\":\"e%d:0\",\"text\":\"%s\",\"unknown\":[1.50]}".formatted(i, text);
      messages.add(new ProducerRecord<>(topics.input(), "e" + i, value));
    }
    return messages;
  }

  private StreamingQuery start(Map<String, String> more) throws Exception {
    Map<String, String> config = new TreeMap<>(topics.config());
    config.put("checkpoint.location", checkpoint.toString());
    config.putAll(more);
    AnalyzerConfig checked = Jobs.check(new JobFile(topics.input(), config));
    return Jobs.open(checked).start(TestSpark.session());
  }

  private Map<String, Integer> counts(List<ConsumerRecord<String, String>> outputs) {
    return outputs.stream()
        .collect(Collectors.groupingBy(topics::outcome, Collectors.summingInt(one -> 1)));
  }

  private static List<String> eventIds(List<ConsumerRecord<String, String>> outputs)
      throws Exception {
    List<String> ids = new ArrayList<>();
    for (ConsumerRecord<String, String> output : outputs) {
      ids.add(JSON.readTree(output.value()).get("event_id").textValue());
    }
    return ids;
  }
}
