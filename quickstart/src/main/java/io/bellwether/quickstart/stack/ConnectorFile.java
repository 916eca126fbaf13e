package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of {@code config/} in the form that Kafka Connect takes and the analyzer too: {@code
 * {"name", "config"}}.
 */
public record ConnectorFile(String name, Map<String, String> config) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public ConnectorFile {
    if (name == null || config == null) {
      throw new IllegalArgumentException("'name' and 'config' are both needed");
    }
    config = new LinkedHashMap<>(config);
  }

  /**
   * Reads a file.
   *
   * @throws LaunchException if it cannot be read as such
   */
  public static ConnectorFile read(Path file) {
    try {
      return JSON.readValue(file.toFile(), ConnectorFile.class);
    } catch (JsonProcessingException e) {
      throw new LaunchException(
          file + " is not JSON of the form {\"name\", \"config\"}: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new LaunchException(
          "Cannot read "
              + file
              + (Files.exists(file) ? ": " + e.getMessage() : ": there is no such file"),
          e);
    }
  }

  /** The same with some keys set differently. */
  public ConnectorFile with(Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(config);
    changed.putAll(changes);
    return new ConnectorFile(name, changed);
  }

  /** The same without a key. */
  public ConnectorFile without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(config);
    changed.remove(key);
    return new ConnectorFile(name, changed);
  }

  /** The class that Connect is to load. */
  String connectorClass() {
    return config.getOrDefault("connector.class", "");
  }

  /** Name and configuration, as in the file. */
  public String json() {
    return write(this);
  }

  /** The configuration alone, as {@code PUT /connectors/NAME/config} takes it. */
  String configJson() {
    return write(config);
  }

  /** The configuration and the name in one, as {@code PUT .../config/validate} takes it. */
  Map<String, String> named() {
    return with(Map.of("name", name)).config;
  }

  static Map<String, Object> parse(String json) throws JsonProcessingException {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings can always be written as JSON", e);
    }
  }
}
