package io.bellwether.analyzer.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.config.UnknownKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job as its user wrote it: {@code {"name": ..., "config": {...}}}, like a connector.
 *
 * @param name of the job, in logs and in Spark
 * @param config every value as text
 */
public record JobFile(String name, Map<String, String> config) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public JobFile {
    config = Map.copyOf(config);
  }

  /**
   * Reads a file and lets {@code key=value} overrides win.
   *
   * @throws FaultyConfigException if it is not there or not such an object
   */
  public static JobFile read(Path file, List<String> overrides) throws FaultyConfigException {
    List<String> faults = new ArrayList<>();
    JsonNode root = parse(file);
    if (!root.isObject()) {
      throw fault(file + " is no JSON object. Write {\"name\": \"...\", \"config\": {...}}.");
    }
    Map<String, String> config = new TreeMap<>();
    List<String> fields = new ArrayList<>();
    root.fieldNames().forEachRemaining(fields::add);
    faults.addAll(new UnknownKeys(List.of("name", "config"), List.of()).among(fields).values());
    JsonNode name = root.path("name");
    if (!name.isTextual() || name.textValue().isBlank()) {
      faults.add("name: missing in " + file + ". Give the job a name beside \"config\".");
    }
    if (root.path("config").isObject()) {
      root.get("config").fields().forEachRemaining(entry -> put(config, entry, faults));
    } else {
      faults.add("config: missing in " + file + ". Put the keys into an object \"config\".");
    }
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        faults.add("'" + firstWord(override) + "' is no override. Write key=value.");
      } else {
        config.put(override.substring(0, equals).trim(), override.substring(equals + 1).trim());
      }
    }
    if (!faults.isEmpty()) {
      throw new FaultyConfigException(faults);
    }
    return new JobFile(name.textValue().trim(), config);
  }

  private static JsonNode parse(Path file) throws FaultyConfigException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      String where = " at line " + e.getLocation().getLineNr();
      throw fault(file + " is no JSON: " + e.getOriginalMessage() + where + ". Correct it.");
    } catch (IOException e) {
      throw fault(file + " cannot be read. Pass the path of the job's JSON file.");
    }
  }

  private static void put(
      Map<String, String> config, Map.Entry<String, JsonNode> entry, List<String> faults) {
    if (entry.getValue().isValueNode()) {
      if (!entry.getValue().isNull()) {
        config.put(entry.getKey(), entry.getValue().asText());
      }
    } else {
      faults.add(entry.getKey() + ": a list or object. Write a text; items of lists with commas.");
    }
  }

  // A word only: the rest might be a secret that was meant as a value.
  private static String firstWord(String text) {
    return text.substring(0, Math.min(text.length(), 20)).split("[\\s:]")[0];
  }

  private static FaultyConfigException fault(String message) {
    return new FaultyConfigException(List.of(message));
  }
}
