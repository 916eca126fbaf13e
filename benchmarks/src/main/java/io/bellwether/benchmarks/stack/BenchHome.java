package io.bellwether.benchmarks.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The distribution with some settings of {@code config/} changed: what is measured is what ships.
 */
final class BenchHome {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchHome() {}

  /**
   * Makes it.
   *
   * @param folder does not exist yet
   * @param changes a file of {@code config/} without its ending, to keys and values
   */
  static Home of(Home distribution, Path folder, Map<String, Map<String, String>> changes) {
    try {
      Files.createDirectories(folder.resolve("config"));
      for (String part : List.of("lib", "plugins")) {
        Files.createSymbolicLink(folder.resolve(part), distribution.path().resolve(part));
      }
      try (Stream<Path> files = Files.list(distribution.path().resolve("config"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, folder.resolve("config").resolve(file.getFileName().toString()));
        }
      }
      Home home = new Home(folder);
      for (Map.Entry<String, Map<String, String>> change : changes.entrySet()) {
        apply(home, change.getKey(), change.getValue());
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private static void apply(Home home, String name, Map<String, String> values) throws IOException {
    Path json = home.config(name + ".json");
    Path properties = home.config(name + ".properties");
    if (Files.exists(json)) {
      ObjectNode file = (ObjectNode) JSON.readTree(json.toFile());
      ObjectNode config = file.withObject("/config");
      values.forEach(config::put);
      JSON.writeValue(json.toFile(), file);
    } else if (Files.exists(properties)) {
      StringBuilder lines = new StringBuilder(System.lineSeparator());
      // In a properties file the last line about a key wins.
      values.forEach(
          (key, value) ->
              lines.append(key).append('=').append(value).append(System.lineSeparator()));
      Files.writeString(properties, lines, StandardOpenOption.APPEND);
    } else {
      throw new LaunchException(
          "There is no config/" + name + ".json or .properties whose settings could be changed.");
    }
  }
}
