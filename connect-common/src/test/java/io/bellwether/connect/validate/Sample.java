package io.bellwether.connect.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The connectors that are shipped in {@code config} and {@code config/examples}. */
public final class Sample {
  private static final Path CONFIG = Path.of("..", "config");
  private static final String FROM_ENVIRONMENT = "${env:";

  private Sample() {}

  /**
   * Fails unless a worker accepts every sample of a connector. Secrets in files and directories are
   * looked up by the worker; those of the environment, which a JVM cannot change, are {@code
   * given}.
   *
   * @param given what makes a sample work here, by key: secrets and the address of a stand-in
   * @param secrets a folder with all that the samples expect in {@code /etc/bellwether}
   * @return how many there are
   */
  public static int allAreAccepted(Class<?> connector, Map<String, String> given, Path secrets) {
    int count = 0;
    try (Validation validation = new Validation(secrets)) {
      for (Path file : files()) {
        Map<String, String> config = read(file);
        if (!connector.getName().equals(config.get("connector.class"))) {
          continue;
        }
        count++;
        given.forEach(
            (key, value) -> {
              if (config.getOrDefault(key, FROM_ENVIRONMENT).startsWith(FROM_ENVIRONMENT)) {
                config.put(key, value);
              }
            });
        config.replaceAll((key, value) -> value.replace("/etc/bellwether", secrets.toString()));
        Map<String, List<String>> errors = validation.errors(config);
        if (config.get("value.converter").startsWith("io.confluent.")) {
          // It is no part of Kafka: all that a plain worker may object to is that it is not there.
          assertThat(errors.keySet()).as(file.toString()).isEqualTo(Set.of("value.converter"));
        } else {
          assertThat(errors).as(file.toString()).isEmpty();
        }
      }
    }
    return count;
  }

  /** Writes a file of secrets, and the folders above it. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() {
    try (Stream<Path> top = Files.list(CONFIG);
        Stream<Path> examples = Files.list(CONFIG.resolve("examples"))) {
      return Stream.concat(top, examples)
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All keys, {@code name} among them, of either form of the file. */
  static Map<String, String> read(Path file) {
    Map<String, String> config = new HashMap<>();
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      (json.has("config") ? json.path("config") : json)
          .properties()
          .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
      config.put("name", json.path("name").asText());
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
