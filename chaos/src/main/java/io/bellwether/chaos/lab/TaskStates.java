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
  private static final Duration ONE_CALL = Duration.ofSeconds(10);
  private static final int OK = 200;

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

  /** Whether the worker has joined its group and answers. */
  static boolean answers(URI worker) throws InterruptedException {
    try {
      return get(worker.resolve("/connectors")).statusCode() == OK;
    } catch (IOException e) {
      // It does not listen yet.
      return false;
    }
  }

  /** The tasks now; empty while the worker does not answer. */
  public static List<TaskState> of(URI worker, String connector) throws InterruptedException {
    List<TaskState> tasks = new ArrayList<>();
    try {
      String answer = get(worker.resolve("/connectors/" + connector + "/status")).body();
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

  /** Whether there are tasks and all of them run. */
  public static boolean allRun(List<TaskState> tasks) {
    return !tasks.isEmpty() && tasks.stream().allMatch(TaskState::isRunning);
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ONE_CALL).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
