package io.bellwether.connect.validate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The properties of workers among the examples. */
final class WorkerFile {
  private WorkerFile() {}

  /** All properties, with texts in their values replaced. */
  static Map<String, String> read(String name, Map<String, ?> replacements) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("..", "config", "examples", name))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> read = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      String value = properties.getProperty(key);
      for (Map.Entry<String, ?> each : replacements.entrySet()) {
        value = value.replace(each.getKey(), each.getValue().toString());
      }
      read.put(key, value);
    }
    return read;
  }
}
