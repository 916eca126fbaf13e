package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.StateFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A properties file of {@code config/} with what depends on the machine added. */
final class Settings {
  private Settings() {}

  static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Writes the sum into the state folder, under the file's own name, and returns its path. */
  static Path write(Path file, Map<String, String> added, StateFolder state) {
    Properties properties = read(file);
    properties.putAll(added);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, file + " and what this machine adds");
    } catch (IOException e) {
      throw new UncheckedIOException("A string can always be written to", e);
    }
    String name = file.getFileName().toString();
    state.writePrivately(name, text.toString());
    return state.path(name);
  }
}
