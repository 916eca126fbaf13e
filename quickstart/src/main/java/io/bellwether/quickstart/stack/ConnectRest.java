package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The few calls of Connect's REST API that the demo needs
 * (https://kafka.apache.org/documentation/#connect_rest).
 */
public final class ConnectRest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ONE_CALL = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int REBALANCING = 409;

  private final URI url;
  private final Watch watch;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public ConnectRest(URI url, Watch watch) {
    this.url = url;
    this.watch = watch;
  }

  /** Waits until the worker has joined its group and answers. */
  public void awaitReady() throws InterruptedException {
    watch.until(
        "the Connect worker at " + url,
        PATIENCE,
        () -> call("GET", "/connectors", "").filter(answer -> answer.statusCode() == OK));
  }

  /**
   * Has the worker check a connector's configuration.
   *
   * @throws LaunchException naming every key that is wrong, and why
   */
  public void validate(ConnectorFile connector) throws InterruptedException {
    String type = URLEncoder.encode(connector.connectorClass(), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        answered(
            "PUT", "/connector-plugins/" + type + "/config/validate", connector.validationJson());
    List<String> errors = new ArrayList<>();
    for (JsonNode config : read(answer).path("configs")) {
      JsonNode value = config.path("value");
      for (JsonNode error : value.path("errors")) {
        errors.add(value.path("name").asText() + ": " + error.asText());
      }
    }
    if (!errors.isEmpty()) {
      throw new LaunchException(
          "The configuration of "
              + connector.name()
              + " is wrong:\n  "
              + String.join("\n  ", errors));
    }
    refuse(answer, "check " + connector.name());
  }

  /** Creates the connector or changes its configuration. */
  public void submit(ConnectorFile connector) throws InterruptedException {
    refuse(
        answered("PUT", "/connectors/" + connector.name() + "/config", connector.configJson()),
        "submit " + connector.name());
  }

  /**
   * Waits until the connector and its tasks run.
   *
   * @throws LaunchException with the reason if one has failed
   */
  public void awaitRunning(String name) throws InterruptedException {
    watch.until("connector " + name + " to run", PATIENCE, () -> running(name));
  }

  private Optional<Boolean> running(String name) throws InterruptedException {
    Optional<ConnectorStatus> status = status(name);
    status
        .flatMap(ConnectorStatus::failure)
        .ifPresent(
            complaint -> {
              throw new LaunchException(complaint);
            });
    return status.filter(ConnectorStatus::runs).map(running -> true);
  }

  /** How the connector is; empty while the worker does not say. */
  Optional<ConnectorStatus> status(String name) throws InterruptedException {
    return call("GET", "/connectors/" + name + "/status", "")
        .filter(answer -> answer.statusCode() == OK)
        .map(this::read)
        .map(ConnectorStatus::of);
  }

  /** Starts what has failed in a connector again; the rest of it goes on. */
  void restartFailed(String name) throws InterruptedException {
    String path = "/connectors/" + name + "/restart?includeTasks=true&onlyFailed=true";
    refuse(answered("POST", path, ""), "restart " + name);
  }

  /** The answer, after as many attempts as a rebalancing worker takes. */
  private HttpResponse<String> answered(String method, String path, String body)
      throws InterruptedException {
    return watch.until(
        "an answer to " + method + " " + url + path,
        PATIENCE,
        () -> call(method, path, body).filter(answer -> answer.statusCode() != REBALANCING));
  }

  private Optional<HttpResponse<String>> call(String method, String path, String body)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(ONE_CALL)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      // The worker does not listen yet, or drops connections while it starts.
      return Optional.empty();
    }
  }

  private void refuse(HttpResponse<String> answer, String what) {
    if (answer.statusCode() / 100 != 2) {
      throw new LaunchException(
          "Connect refuses to "
              + what
              + " (HTTP "
              + answer.statusCode()
              + "): "
              + read(answer).path("message").asText(answer.body()));
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new LaunchException(
          "The answer of " + answer.uri() + " is no JSON: is that a Connect worker?", e);
    }
  }
}
