package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Calls of a worker's REST API (https://kafka.apache.org/documentation/#connect_rest). What cannot
 * be done becomes a {@link LaunchException} that says why and what to do; a rebalance is waited
 * for, and so is a worker that this process has started.
 */
public final class WorkerApi {
  private final WorkerAccess access;
  private final Watch watch;
  private final ObjectMapper json = new ObjectMapper();

  public WorkerApi(WorkerAccess access, Watch watch) {
    this.access = access;
    this.watch = watch;
  }

  /** That of a worker that this process has started and may not be ready. */
  public static WorkerApi startedHere(URI url, Watch watch) {
    return new WorkerApi(WorkerAccess.startedHere(url), watch);
  }

  /** The path of a connector. */
  public static String connector(String name) {
    return "/connectors/" + part(name);
  }

  private static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What there is, or nothing where the worker knows no such thing. */
  public Optional<JsonNode> find(String path) throws InterruptedException {
    WorkerAnswer answer = answer("GET", path, "");
    return answer.isUnknown() ? Optional.empty() : Optional.of(answer.good("tell " + path));
  }

  /**
   * The answer to a call that must succeed.
   *
   * @param what is asked for, in a message
   */
  public JsonNode call(String method, String path, Object body, String what)
      throws InterruptedException {
    try {
      return answer(method, path, json.writeValueAsString(body)).good(what);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and texts can always be written as JSON", e);
    }
  }

  /** The same without a body. */
  public JsonNode call(String method, String path, String what) throws InterruptedException {
    return answer(method, path, "").good(what);
  }

  /** Waits for something to come true, as long as for a rebalance. */
  public boolean comesTrue(Watch.Probe<Boolean> probe) throws InterruptedException {
    long end = System.nanoTime() + access.patience().toNanos();
    return watch.until(
        "",
        access.patience().plusSeconds(60),
        () -> {
          Optional<Boolean> found = probe.look();
          return found.isEmpty() && System.nanoTime() > end ? Optional.of(false) : found;
        });
  }

  /** Waits until the worker has joined its group and answers. */
  public void awaitReady() throws InterruptedException {
    watch.until(
        "the Connect worker at " + access,
        access.patience(),
        () -> once("GET", "/connectors", "").filter(WorkerAnswer::isGood));
  }

  /**
   * Has the worker check a configuration.
   *
   * @param config with the connector's name in it
   * @param title of the connector, in a message
   * @return the worker's answer: each key's definition and value
   */
  public JsonNode validation(String connectorClass, Map<String, String> config, String title)
      throws InterruptedException {
    String path = "/connector-plugins/" + part(connectorClass) + "/config/validate";
    return call("PUT", path, config, "check " + title);
  }

  /** What is wrong according to an answer of {@link #validation}, {@code key: message}. */
  public static List<String> errors(JsonNode validation) {
    List<String> errors = new ArrayList<>();
    for (JsonNode each : validation.path("configs")) {
      JsonNode value = each.path("value");
      for (JsonNode error : value.path("errors")) {
        errors.add(value.path("name").asText() + ": " + error.asText());
      }
    }
    return errors;
  }

  /**
   * Has the worker check a connector's configuration.
   *
   * @throws LaunchException naming every key that is wrong, and why
   */
  public void validate(ConnectorFile connector) throws InterruptedException {
    List<String> errors =
        errors(validation(connector.connectorClass(), connector.named(), connector.name()));
    if (!errors.isEmpty()) {
      throw new LaunchException(
          "The configuration of "
              + connector.name()
              + " is wrong:\n  "
              + String.join("\n  ", errors));
    }
  }

  /** Creates the connector or changes its configuration. */
  public void submit(ConnectorFile connector) throws InterruptedException {
    String path = connector(connector.name()) + "/config";
    call("PUT", path, connector.config(), "submit " + connector.name());
  }

  /**
   * Waits until the connector and its tasks run.
   *
   * @throws LaunchException with the reason if one has failed
   */
  public void awaitRunning(String name) throws InterruptedException {
    watch.until("connector " + name + " to run", access.patience(), () -> running(name));
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

  /** How the connector is; empty while the worker does not say. Waits for nothing. */
  Optional<ConnectorStatus> status(String name) throws InterruptedException {
    return once("GET", connector(name) + "/status", "")
        .filter(WorkerAnswer::isGood)
        .map(answer -> ConnectorStatus.of(answer.body()));
  }

  /** Starts what has failed in a connector again; the rest of it goes on. */
  void restartFailed(String name) throws InterruptedException {
    String path = connector(name) + "/restart?includeTasks=true&onlyFailed=true";
    call("POST", path, "restart " + name);
  }

  private WorkerAnswer answer(String method, String path, String body) throws InterruptedException {
    return watch.until(
        access.awaited() + " an answer to " + method + " " + access + path,
        access.patience(),
        () -> once(method, path, body).filter(answer -> !answer.isRebalance()));
  }

  /** Empty where a worker that was started here does not listen yet, or drops connections. */
  private Optional<WorkerAnswer> once(String method, String path, String body)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.url() + path))
            .timeout(access.oneCall())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    access.authorization().ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> response =
          access.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Optional.of(WorkerAnswer.of(access, response));
    } catch (IOException e) {
      if (access.isStartedHere()) {
        return Optional.empty();
      }
      throw unreachable(e);
    }
  }

  private LaunchException unreachable(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String message;
    if (e instanceof SSLException) {
      message =
          "No safe connection to %s: %s. If its certificate is of a CA of your own, give that by"
                  .formatted(access, reason)
              + " --cacert; if it serves plain HTTP, use http:// in --connect.";
    } else if (e instanceof HttpTimeoutException) {
      message =
          "The worker at %s has not answered for %d s: look at its log."
              .formatted(access, access.oneCall().toSeconds());
    } else {
      message =
          "No Connect worker answers at %s (%s): start one, or give its address by --connect."
              .formatted(access, reason);
    }
    return new LaunchException(message, e);
  }
}
