package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectRestTest {
  private static final ConnectorFile CONNECTOR =
      new ConnectorFile("slack-source", Map.of("connector.class", "io.x.Source", "topic", "t"));

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private ConnectRest rest;

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          Answer answer = answers.size() > 1 ? answers.pop() : answers.peek();
          byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    rest =
        new ConnectRest(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Watch());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyWrongKeyIsNamedWithItsReason() {
    answers.add(
        new Answer(
            200,
            """
            {"error_count": 2, "configs": [
              {"value": {"name": "slack.bot.token", "errors": ["Slack refuses the token"]}},
              {"value": {"name": "topic", "errors": []}},
              {"value": {"name": "slack.channels", "errors": ["There is no channel x"]}}]}"""));

    assertThatThrownBy(() -> rest.validate(CONNECTOR))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("slack-source")
        .hasMessageContaining("slack.bot.token: Slack refuses the token")
        .hasMessageContaining("slack.channels: There is no channel x");
    assertThat(requests)
        .singleElement()
        .asString()
        .startsWith("PUT /connector-plugins/io.x.Source/config/validate")
        .contains("\"name\" : \"slack-source\"");
  }

  @Test
  void aRebalancingWorkerIsAskedAgain() throws Exception {
    answers.add(new Answer(409, "{\"message\": \"rebalance\"}"));
    answers.add(new Answer(201, "{}"));

    rest.submit(CONNECTOR);

    assertThat(requests).hasSize(2);
    assertThat(requests.get(1)).startsWith("PUT /connectors/slack-source/config {");
  }

  @Test
  void aRefusalIsShownWithWhatConnectSays() {
    answers.add(new Answer(500, "{\"message\": \"Failed to find any class\"}"));

    assertThatThrownBy(() -> rest.submit(CONNECTOR))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("submit slack-source (HTTP 500): Failed to find any class");
  }

  @Test
  void aConnectorRunsOnceAllItsTasksDo() throws Exception {
    answers.add(new Answer(404, "{}"));
    answers.add(status("RUNNING", "[]"));
    answers.add(status("RUNNING", "[{\"id\": 0, \"state\": \"UNASSIGNED\"}]"));
    answers.add(status("RUNNING", "[{\"id\": 0, \"state\": \"RUNNING\"}]"));

    rest.awaitRunning("slack-source");

    assertThat(requests).hasSize(4);
  }

  @Test
  void aFailedTaskIsShownWithItsReason() {
    answers.add(
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
    answers.add(new Answer(409, "{\"message\": \"rebalance\"}"));
    answers.add(new Answer(202, "{}"));

    rest.restartFailed("slack-source");

    assertThat(requests)
        .hasSize(2)
        .allMatch(
            request ->
                request.startsWith(
                    "POST /connectors/slack-source/restart?includeTasks=true&onlyFailed=true"));
  }

  @Test
  void aFailureIsFoundAmongWhatRuns() throws Exception {
    answers.add(status("RUNNING", "[{\"id\": 0, \"state\": \"RUNNING\"}]"));
    answers.add(
        status(
            "RUNNING",
            "[{\"id\": 0, \"state\": \"RUNNING\"},"
                + " {\"id\": 1, \"state\": \"FAILED\", \"trace\": \"x.Fenced: y\\n\\tat z\"}]"));
    answers.add(new Answer(500, "{}"));

    assertThat(rest.status("slack-source").orElseThrow().failure()).isEmpty();
    assertThat(rest.status("slack-source").orElseThrow().failure())
        .hasValue("slack-source task 1 has failed:\n  x.Fenced: y");
    assertThat(rest.status("slack-source")).as("no answer is no failure").isEmpty();
  }

  private static Answer status(String connector, String tasks) {
    return new Answer(
        200,
        "{\"name\": \"slack-source\", \"connector\": {\"state\": \""
            + connector
            + "\"}, \"tasks\": "
            + tasks
            + "}");
  }
}
