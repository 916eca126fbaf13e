package io.bellwether.chaos.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tasks of a connector as a worker's REST API shows them. */
public final class TaskStates {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * One task.
   *
   * @param worker address of the worker it runs on
   * @param state RUNNING, FAILED, ...
   * @param trace why it failed, else empty
   */
  public record TaskState(int id, String worker, String state, String trace) {
    public boolean isRunning() {
      return state.equals("RUNNING");
    }

    @Override
    public String toString() {
      return id
          + " "
          + state
          + " on "
          + worker
          + trace.lines().findFirst().map(": "::concat).orElse("");
    }
  }

  private TaskStates() {}

  /** The tasks now; empty while the worker does not answer. */
  public static List<TaskState> of(URI worker, String connector) throws InterruptedException {
    URI status = worker.resolve("/connectors/" + connector + "/status");
    HttpRequest request = HttpRequest.newBuilder(status).timeout(PATIENCE).build();
    List<TaskState> tasks = new ArrayList<>();
    try {
      String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (JsonNode task : JSON.readTree(answer).path("tasks")) {
        tasks.add(
            new TaskState(
                task.path("id").asInt(),
                task.path("worker_id").asText(),
                task.path("state").asText(),
                task.path("trace").asText("")));
      }
    } catch (IOException e) {
      // It starts, or it rebalances: ask again.
      return List.of();
    }
    return tasks;
  }
}
