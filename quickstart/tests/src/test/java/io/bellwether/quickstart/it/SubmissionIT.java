package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.Bellwether;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.submission.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for connectors against a real worker with the packaged plugins. */
class SubmissionIT {
  @TempDir Path temporary;
  private final Terminal terminal = new Terminal(Bellwether.commands());
  private String connect;

  private int run(String... command) {
    String[] all = new String[command.length + 2];
    System.arraycopy(command, 0, all, 0, command.length);
    all[command.length] = "--connect";
    all[command.length + 1] = connect;
    return terminal.run(all);
  }

  private String submit(ConnectorFile connector) throws IOException {
    Path file = temporary.resolve(connector.name() + ".json");
    return Files.writeString(file, connector.json()).toString();
  }

  @Test
  void aConnectorGoesThroughItsWholeLife() throws Exception {
    try (Stack stack = new Stack(temporary.resolve("state")).withKafka(KafkaUnderTest::local)) {
      Connect worker = stack.startConnect();
      connect = worker.url().toString();
      ConnectorFile source = worker.connector("slack-source");

      assertThat(run("apply", submit(source))).isZero();
      assertThat(terminal.out()).contains("slack-source.json: nothing to do");
      assertThat(run("status")).isZero();
      assertThat(terminal.out())
          .contains("slack-source (source): RUNNING on ", "  task 0: RUNNING on ", "slack-sink");

      assertThat(run("apply", submit(source.with(Map.of("mode", "rtm"))))).isEqualTo(1);
      assertThat(terminal.err()).contains("mode: ", "Use one of", "Nothing was changed.");
      assertThat(run("apply", submit(source.with(Map.of("mode", "history"))), "--dry-run"))
          .isEqualTo(3);
      assertThat(run("apply", submit(source.with(Map.of("mode", "history"))))).isZero();
      assertThat(terminal.out()).contains("changed", "  ~ mode: socket -> history");

      assertThat(run("pause", "slack-source")).isZero();
      assertThat(terminal.out()).contains("slack-source: PAUSED");
      assertThat(run("resume", "slack-source")).isZero();
      assertThat(terminal.out()).contains("slack-source: RUNNING");
      assertThat(run("restart", "slack-source")).isZero();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> run("offsets", "show", "slack-source") == 0 && terminal.out().contains("team"));
      Path positions = Files.writeString(temporary.resolve("positions.json"), terminal.out());

      assertThat(run("offsets", "reset", "slack-source")).isEqualTo(1);
      assertThat(terminal.err()).contains("run 'bellwether stop slack-source' first");
      assertThat(run("stop", "slack-source")).isZero();
      assertThat(terminal.out()).contains("slack-source: STOPPED");
      assertThat(run("offsets", "reset", "slack-source")).isZero();
      assertThat(run("status", "slack-source")).isZero();
      assertThat(terminal.out()).contains("STOPPED", "positions: none stored");
      assertThat(run("offsets", "set", "slack-source", positions.toString())).isZero();
      assertThat(run("status", "slack-source")).isZero();
      assertThat(terminal.out()).contains("positions: 1 stored");

      assertThat(run("delete", "slack-source")).isZero();
      assertThat(run("status", "slack-source")).isEqualTo(1);
      assertThat(terminal.err()).contains("has no connector slack-source");
      Path stopped = temporary.resolve("slack-source.json");
      Files.writeString(
          stopped, source.json().replaceFirst("\\{", "{\"initial_state\":\"STOPPED\","));
      assertThat(run("apply", stopped.toString())).isZero();
      assertThat(terminal.out()).contains("created", "as STOPPED", "slack.bot.token = (hidden)");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  run("status", "slack-source") == 0
                      && terminal.out().contains("(source): STOPPED"));
      Secrets.assertNoneIn(stack.state().path("logs"));
    }
  }
}
