package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution folder. */
public record Home(Path path) {
  /**
   * The folder that the start script names.
   *
   * @throws LaunchException if it does not hold a distribution
   */
  public static Home ofThisProgram() {
    String path = System.getProperty("bellwether.home");
    if (path == null || !Files.isDirectory(Path.of(path, "lib", "kafka"))) {
      throw new LaunchException(
          "No distribution at bellwether.home="
              + path
              + ". Start this program with the script 'bellwether', which builds one.");
    }
    return new Home(Path.of(path).toAbsolutePath());
  }

  /** A file in {@code config/}. */
  public Path config(String file) {
    return path.resolve("config").resolve(file);
  }

  /** Where the connectors' unpacked archives are. */
  public Path plugins() {
    return path.resolve("plugins");
  }

  /** The jars of one part: {@code kafka}, {@code spark}, {@code analyzer}. */
  public Path lib(String part) {
    return path.resolve("lib").resolve(part);
  }

  /** The jars in such a folder, sorted by name. */
  public List<Path> jars(String part) {
    try (Stream<Path> files = Files.list(lib(part))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + lib(part) + ": build Bellwether again", e);
    }
  }
}
