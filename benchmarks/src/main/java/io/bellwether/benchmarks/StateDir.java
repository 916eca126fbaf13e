package io.bellwether.benchmarks;

import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for all data and logs, which goes with the run unless the user named it. */
record StateDir(Path path, boolean isKept) implements AutoCloseable {
  /**
   * Makes it.
   *
   * @param named null for a temporary one
   * @throws LaunchException if the named one holds something already
   */
  static StateDir of(Path named) {
    try {
      if (named == null) {
        return new StateDir(Files.createTempDirectory("bellwether-bench"), false);
      }
      Path folder = Files.createDirectories(named.toAbsolutePath().normalize());
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new LaunchException(folder + " is not empty. Name a new folder.");
        }
      }
      return new StateDir(folder, true);
    } catch (IOException e) {
      throw new LaunchException("Cannot make a folder for data and logs: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (isKept) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> doomed = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : doomed) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + path, e);
    }
  }
}
