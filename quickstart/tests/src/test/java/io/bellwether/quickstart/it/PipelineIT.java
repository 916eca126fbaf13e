package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.stack.Trigger;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From what people say in Slack to the alerts in Slack, on some Kafka. */
abstract class PipelineIT {
  private static final int MESSAGES = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> TEXTS =
      List.of(
          "Azure is down again, this is unacceptable",
          "I love the new Azure portal, great work, thank you!",
          "Where is the Azure documentation of the billing export?");

  @TempDir Path temporary;
  private Stack stack;

  protected abstract Stack.KafkaSource kafka();

  @BeforeEach
  void start() throws Exception {
    stack = new Stack(temporary.resolve("state")).withKafka(kafka());
  }

  @AfterEach
  void stop() throws Exception {
    stack.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"MICRO_BATCH", "CONTINUOUS"})
  void everyMessageGetsOneOutcomeAndEveryAlertArrivesOnce(Trigger trigger) throws Exception {
    stack.startAnalyzer(trigger);
    stack.startConnect();

    List<String> said = sayThings();

    assertEveryMessageIsAccountedFor(said);
  }

  @Test
  void whatIsThereIsWorkedOffByAnAnalyzerThatThenEnds() throws Exception {
    stack.startConnect();
    List<String> said = sayThings();
    awaitEvents(Topics.FEEDBACK, said.size());

    assertThat(stack.analyzeWhatThereIs()).isZero();

    assertEveryMessageIsAccountedFor(said);
    assertThat(stack.analyzeWhatThereIs()).as("a second time, with nothing left").isZero();
    assertEveryMessageIsAccountedFor(said);
  }

  private void assertEveryMessageIsAccountedFor(List<String> said) throws Exception {
    assertThat(awaitEvents(Topics.FEEDBACK, said.size())).containsExactlyInAnyOrderElementsOf(said);
    Map<String, List<String>> outcomes = awaitOutcomes(said.size());
    assertThat(outcomes.values().stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(said);
    for (String channel : List.of("negative-feedback", "positive-feedback")) {
      List<String> expected = outcomes.get(channel);
      assertThat(expected).as(channel).isNotEmpty();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(alerts(channel)).hasSizeGreaterThanOrEqualTo(expected.size()));
      assertThat(alerts(channel)).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(awaitEvents(Topics.FEEDBACK, said.size()))
        .as("a further, independent consumer")
        .containsExactlyInAnyOrderElementsOf(said);
    Secrets.assertNoneIn(stack.state().path("logs"));
  }

  /** Posts as a person and returns the event ids that the messages are to have. */
  private List<String> sayThings() {
    Workspace workspace = stack.slack().workspace();
    Channel feedback = workspace.channel("feedback").orElseThrow();
    return IntStream.range(0, MESSAGES)
        .mapToObj(i -> TEXTS.get(i % TEXTS.size()) + " (" + i + ")")
        .map(text -> workspace.post(stack.cast().person(), feedback, text))
        .map(
            message ->
                "slack:%s:%s:%s:0".formatted(workspace.teamId(), message.channelId(), message.ts()))
        .toList();
  }

  private List<String> awaitEvents(String topic, int count) {
    try (TopicReader reader = reader(topic)) {
      await().atMost(PATIENCE).until(() -> reader.eventIds().size() >= count);
      return List.copyOf(reader.eventIds());
    }
  }

  private Map<String, List<String>> awaitOutcomes(int count) {
    Map<String, TopicReader> readers = new HashMap<>();
    Topics.OUTCOMES.forEach(topic -> readers.put(topic, reader(topic)));
    try {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  readers.values().stream().mapToInt(reader -> reader.eventIds().size()).sum()
                      >= count);
      Map<String, List<String>> outcomes = new HashMap<>();
      readers.forEach((topic, reader) -> outcomes.put(topic, List.copyOf(reader.eventIds())));
      return outcomes;
    } finally {
      readers.values().forEach(TopicReader::close);
    }
  }

  private TopicReader reader(String topic) {
    return new TopicReader(stack.bootstrap(), "independent-" + System.nanoTime(), topic);
  }

  /** The event ids that the messages of a channel alert of. */
  private List<String> alerts(String channel) {
    Workspace workspace = stack.slack().workspace();
    List<String> ids = new ArrayList<>();
    for (Message message : workspace.messages(workspace.channel(channel).orElseThrow())) {
      JsonNode metadata = message.metadata();
      if (metadata != null) {
        metadata
            .path("event_payload")
            .path("alerts")
            .forEach(alert -> ids.add(alert.path("event_id").asText()));
      }
    }
    return ids;
  }
}
