package io.bellwether.connect.slack.sink;

import static io.bellwether.connect.slack.sink.Records.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlackSinkTaskTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth.test",
        "conversations.list",
        "conversations.create",
        "conversations.history",
        "chat.postMessage"
      })
  void aSilentServerKeepsNeitherPutNorTheCommitNorStop(String silent) {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults())) {
      App app = slack.workspace().app("bellwether");
      boolean missing = silent.equals("conversations.create");
      if (!missing) {
        slack.workspace().join(app, slack.workspace().createChannel(PARTITION.topic(), false));
      }
      slack.faults().always(silent, Fault.timeout(Duration.ofSeconds(5)));
      SlackSinkTask task = new SlackSinkTask();
      task.initialize(new RecordingContext());
      task.start(
          Map.of(
              "name",
              "silent",
              "slack.bot.token",
              app.botToken(),
              "slack.api.url",
              slack.webApiUrl().toString(),
              "channel.create",
              missing ? "public" : "no"));
      task.open(List.of(PARTITION));
      task.put(List.of(Records.at(0, "hello")));
      await().until(() -> slack.calls().stream().anyMatch(call -> call.method().equals(silent)));

      long start = System.nanoTime();
      task.put(List.of(Records.at(1, "again")));
      assertThat(task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(2))))
          .containsEntry(PARTITION, new OffsetAndMetadata(0));
      task.close(List.of(PARTITION));
      task.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      await()
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().equals("slack-poster-silent")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auth.test", "conversations.list", "conversations.history", "chat.postMessage"})
  void aWaitThatSlackAskedForEndsWithStop(String limited) {
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults())) {
      App app = slack.workspace().app("bellwether");
      slack.workspace().join(app, slack.workspace().createChannel(PARTITION.topic(), false));
      slack.faults().always(limited, Fault.rateLimited(Duration.ofMinutes(5)));
      SlackSinkTask task = new SlackSinkTask();
      task.initialize(new RecordingContext());
      task.start(
          Map.of(
              "name", "limited",
              "slack.bot.token", app.botToken(),
              "slack.api.url", slack.webApiUrl().toString()));
      task.open(List.of(PARTITION));
      task.put(List.of(Records.at(0, "hello")));
      await().until(() -> slack.calls().stream().anyMatch(call -> call.method().equals(limited)));

      long start = System.nanoTime();
      task.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      await()
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().equals("slack-poster-limited")));
    }
  }

  @Test
  void aTaskThatNeverStartedCanBeStopped() {
    SlackSinkTask task = new SlackSinkTask();
    task.close(List.of(PARTITION));
    task.stop();
  }
}
