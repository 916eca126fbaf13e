package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerApiTest {
  private static final ConnectorFile CONNECTOR =
      new ConnectorFile("slack-source", Map.of("connector.class", "io.x.Source", "topic", "t"));
  private static final String CHECK = "PUT /connector-plugins/io.x.Source/config/validate";
  private static final String SUBMIT = "PUT /connectors/slack-source/config";
  private static final String STATUS = "GET /connectors/slack-source/status";
  private static final String RESTART =
      "POST /connectors/slack-source/restart?includeTasks=true&onlyFailed=true";
  private static final String REBALANCE = "{\"message\": \"rebalance\"}";

  private final RecordedWorker worker = new RecordedWorker();
  private final WorkerApi rest = WorkerApi.startedHere(URI.create(worker.url()), new Watch());

  @AfterEach
  void stop() {
    worker.close();
  }

  @Test
  void everyWrongKeyIsNamedWithItsReason() {
    worker.gives(
        CHECK,
        200,
        """
            {"error_count": 2, "configs": [
              {"value": {"name": "slack.bot.token", "errors": ["Slack refuses the token"]}},
              {"value": {"name": "topic", "errors": []}},
              {"value": {"name": "slack.channels", "errors": ["There is no channel x"]}}]}""");

    assertThatThrownBy(() -> rest.validate(CONNECTOR))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("slack-source")
        .hasMessageContaining("slack.bot.token: Slack refuses the token")
        .hasMessageContaining("slack.channels: There is no channel x");
    assertThat(worker.requests())
        .singleElement()
        .asString()
        .startsWith(CHECK)
        .contains("\"name\":\"slack-source\"");
  }

  @Test
  void aRebalancingWorkerIsAskedAgain() throws Exception {
    worker.gives(SUBMIT, 409, REBALANCE);
    worker.gives(SUBMIT, 201, "{}");

    rest.submit(CONNECTOR);

    assertThat(worker.requests()).hasSize(2);
    assertThat(worker.requests().get(1)).startsWith(SUBMIT + " {");
  }

  @Test
  void aRefusalIsShownWithWhatConnectSays() {
    worker.gives(SUBMIT, 500, "{\"message\": \"Failed to find any class\"}");

    assertThatThrownBy(() -> rest.submit(CONNECTOR))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("submit slack-source (HTTP 500): Failed to find any class");
  }

  @Test
  void aConnectorRunsOnceAllItsTasksDo() throws Exception {
    worker.gives(STATUS, 404, "{}");
    worker.gives(STATUS, 200, status("RUNNING", "[]"));
    worker.gives(STATUS, 200, status("RUNNING", "[{\"id\": 0, \"state\": \"UNASSIGNED\"}]"));
    worker.gives(STATUS, 200, status("RUNNING", "[{\"id\": 0, \"state\": \"RUNNING\"}]"));

    rest.awaitRunning("slack-source");

    assertThat(worker.requests()).hasSize(4);
  }

  @Test
  void aFailedTaskIsShownWithItsReason() {
    worker.gives(
        STATUS,
        200,
        status(
            "RUNNING",
            "[{\"id\": 0, \"state\": \"FAILED\", \"trace\": \"x.ConnectException: no\\n\\tat y\"}]"));

    assertThatThrownBy(() -> rest.awaitRunning("slack-source"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("slack-source task 0 has failed")
        .hasMessageContaining("x.ConnectException: no");
  }

  @Test
  void onlyWhatHasFailedIsStartedAgain() throws Exception {
    worker.gives(RESTART, 409, REBALANCE);
    worker.gives(RESTART, 202, "{}");

    rest.restartFailed("slack-source");

    assertThat(worker.requests()).hasSize(2).allMatch(request -> request.equals(RESTART));
  }

  @Test
  void aFailureIsFoundAmongWhatRuns() throws Exception {
    worker.gives(STATUS, 200, status("RUNNING", "[{\"id\": 0, \"state\": \"RUNNING\"}]"));
    worker.gives(
        STATUS,
        200,
        status(
            "RUNNING",
            "[{\"id\": 0, \"state\": \"RUNNING\"},"
                + " {\"id\": 1, \"state\": \"FAILED\", \"trace\": \"x.Fenced: y\\n\\tat z\"}]"));
    worker.gives(STATUS, 500, "{}");

    assertThat(rest.status("slack-source").orElseThrow().failure()).isEmpty();
    assertThat(rest.status("slack-source").orElseThrow().failure())
        .hasValue("slack-source task 1 has failed:\n  x.Fenced: y");
    assertThat(rest.status("slack-source")).as("no answer is no failure").isEmpty();
  }

  @Test
  void aWorkerThatIsStartingIsWaitedForAndOneElsewhereIsNot() throws Exception {
    worker.gives("GET /connectors", 404, "not yet").gives("GET /connectors", 200, "[]");
    rest.awaitReady();
    assertThat(worker.requests()).hasSize(2);

    worker.close();
    assertThat(rest.status("slack-source")).isEmpty();
    WorkerAccess access =
        WorkerAccess.elsewhere(
            URI.create(worker.url() + "/"),
            Optional.of("Basic c2VjcmV0"),
            WorkerAccess.client().build(),
            Duration.ofSeconds(1));
    assertThatThrownBy(() -> new WorkerApi(access, new Watch()).find("/connectors"))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("No Connect worker answers at " + worker.url() + " (");
    assertThat(access.toString()).isEqualTo(worker.url());
  }

  private static String status(String connector, String tasks) {
    return "{\"name\": \"slack-source\", \"connector\": {\"state\": \""
        + connector
        + "\"}, \"tasks\": "
        + tasks
        + "}";
  }
}
