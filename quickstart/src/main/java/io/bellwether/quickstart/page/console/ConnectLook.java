package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.slack.Ts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Asks a worker for the state of its tasks and for the source's position
 * (https://kafka.apache.org/documentation/#connect_rest). Changes nothing.
 */
final class ConnectLook {
  private static final Duration ONE_CALL = Duration.ofSeconds(2);

  private final URI url;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ONE_CALL).build();

  ConnectLook(URI url) {
    this.url = url;
  }

  /**
   * A connector's task.
   *
   * @param state as Connect names it: RUNNING, FAILED, ...
   * @param trouble the first line of its trace, empty while it has none
   */
  record Task(String connector, int id, String state, String trouble) {}

  /** Every task that the worker knows. */
  List<Task> tasks() throws IOException, InterruptedException {
    List<Task> tasks = new ArrayList<>();
    get("/connectors?expand=status")
        .properties()
        .forEach(each -> addTasks(each.getKey(), each.getValue().path("status"), tasks));
    return tasks;
  }

  private static void addTasks(String connector, JsonNode status, List<Task> tasks) {
    for (JsonNode task : status.path("tasks")) {
      tasks.add(
          new Task(
              connector,
              task.path("id").asInt(),
              task.path("state").asText(),
              task.path("trace").asText("").lines().findFirst().orElse("")));
    }
  }

  /**
   * The position of the Slack source in each of its channels, as its documentation describes it.
   */
  Map<String, Passed.Position> positions(String source) throws IOException, InterruptedException {
    Map<String, Passed.Position> positions = new HashMap<>();
    for (JsonNode each : get("/connectors/" + source + "/offsets").path("offsets")) {
      JsonNode offset = each.path("offset");
      String channel = each.path("partition").path("channel").asText("");
      Ts.parse(offset.path("drained_to").asText(""))
          .ifPresent(
              ts ->
                  positions.put(
                      channel,
                      new Passed.Position(
                          ts,
                          new HashSet<>(
                              List.of(offset.path("seen_above").asText("").split(","))))));
    }
    return positions;
  }

  /** Up to which post the X source has drained each of its queries, by the query's name. */
  Map<String, Long> drained(String source) throws IOException, InterruptedException {
    Map<String, Long> drained = new HashMap<>();
    for (JsonNode each : get("/connectors/" + source + "/offsets").path("offsets")) {
      String since = each.path("offset").path("since_id").asText("");
      if (since.matches("\\d{1,19}")) {
        drained.put(each.path("partition").path("query").asText(""), Long.parseLong(since));
      }
    }
    return drained;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).timeout(ONE_CALL).build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode() + " of " + path);
    }
    return json.readTree(answer.body());
  }
}
