package io.bellwether.chaos.secrets;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.TreeMap;

/** What a worker's REST API answers to whoever may ask. */
final class Answers {
  private static final Duration ONE_CALL = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> told = new TreeMap<>();
  private final URI rest;

  Answers(URI rest) {
    this.rest = rest;
  }

  /** All so far, by what was asked. */
  Map<String, String> told() {
    return told;
  }

  /** Asks for everything that there is to be read, at a time that has this name. */
  void readAll(String time, List<String> connectors) throws IOException, InterruptedException {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/connectors?expand=info&expand=status",
                "/connector-plugins",
                "/admin/loggers"));
    for (String connector : connectors) {
      for (String part :
          List.of("", "/config", "/tasks", "/tasks/0/status", "/status", "/topics", "/offsets")) {
        paths.add("/connectors/" + connector + part);
      }
    }
    for (String path : paths) {
      String answer = call("GET", path, "");
      assertThat(answer).as(path).isNotBlank();
      told.put(time + " " + path, answer);
    }
  }

  /** Has a configuration checked, and notes the answer by its name. */
  void validate(String name, Map<String, String> config) throws IOException, InterruptedException {
    String path = "/connector-plugins/" + config.get("connector.class") + "/config/validate";
    String answer = call("PUT", path, JSON.writeValueAsString(config));
    assertThat(JSON.readTree(answer).path("configs")).as(answer).isNotEmpty();
    told.put("PUT " + path + " " + name, answer);
  }

  /** The trace of a connector's task in what {@link #readAll} was told. */
  String trace(String time, String connector) throws IOException {
    JsonNode status = JSON.readTree(told.get(time + " /connectors/" + connector + "/status"));
    return status.path("tasks").path(0).path("trace").asText();
  }

  String call(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(rest.resolve(path))
            .timeout(ONE_CALL)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
