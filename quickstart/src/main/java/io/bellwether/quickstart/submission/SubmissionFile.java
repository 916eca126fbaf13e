package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what people submit, in each form that Connect takes: {@code {"name","config"}}, with {@code
 * "initial_state"} where it is wanted, and the plain map of keys that a standalone worker is
 * started with.
 */
final class SubmissionFile {
  /** A key given twice is a slip that would otherwise go unseen. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> STATES = List.of("RUNNING", "PAUSED", "STOPPED");

  private SubmissionFile() {}

  /**
   * The connector of a file; empty for a file of the analyzer, which no worker runs.
   *
   * @throws LaunchException for anything else, naming the file and what is wrong with it
   */
  static Optional<Submission> read(Path file) {
    JsonNode json = parse(file);
    JsonNode config = json.path("config").isObject() ? json.path("config") : json;
    if (config.has("job") && !config.has("connector.class")) {
      return Optional.empty();
    }
    String name = json.path("name").asText(config.path("name").asText(""));
    if (name.isBlank()) {
      throw wrong(file, "the connector has no 'name'.");
    }
    if (config.has("name") && !config.path("name").asText().equals(name)) {
      throw wrong(file, "'name' and 'config.name' differ; leave out the latter.");
    }
    if (config.path("connector.class").asText("").isBlank()) {
      throw wrong(file, "'connector.class' is missing, so this is no connector.");
    }
    return Optional.of(new Submission(file, name, values(file, config), initialState(file, json)));
  }

  private static JsonNode parse(Path file) {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      if (!json.isObject()) {
        throw wrong(file, "it must hold a JSON object: {\"name\", \"config\"}.");
      }
      return json;
    } catch (JsonProcessingException e) {
      // The position is told, the line itself is not: it may be that of a secret.
      String where =
          e.getLocation() == null
              ? ""
              : "line %d, column %d: "
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw wrong(file, where + "this is no JSON, or a key stands there twice.");
    } catch (IOException e) {
      throw wrong(file, Files.exists(file) ? "it cannot be read." : "there is no such file.");
    }
  }

  private static Map<String, String> values(Path file, JsonNode config) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      if (entry.getKey().equals("initial_state")) {
        continue;
      }
      if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
        throw wrong(file, "the value of '" + entry.getKey() + "' must be a text or a number.");
      }
      values.put(entry.getKey(), entry.getValue().asText());
    }
    return values;
  }

  private static Optional<String> initialState(Path file, JsonNode json) {
    if (!json.has("initial_state")) {
      return Optional.empty();
    }
    String state = json.path("initial_state").asText().toUpperCase(Locale.ROOT);
    if (!STATES.contains(state)) {
      throw wrong(file, "'initial_state' must be one of " + String.join(", ", STATES) + ".");
    }
    return Optional.of(state);
  }

  private static LaunchException wrong(Path file, String why) {
    return new LaunchException(file + ": " + why);
  }
}
