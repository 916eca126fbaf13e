package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one child has printed since a point in its log; earlier runs stand before it.
 *
 * @param path the file
 * @param start where the present run begins, in bytes
 */
public record LogFile(Path path, long start) {
  /** Enough to hold a start-up and a stack trace; a longer log is read from its end. */
  private static final int WINDOW = 1 << 20;

  /** A log whose next run begins at its present end. */
  static LogFile endOf(Path path) {
    try {
      return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** The last lines of the present run, at most so many. */
  public List<String> last(int lines) {
    List<String> all = lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /** The first line of the present run that begins like this. */
  public Optional<String> lineThatStarts(String beginning) {
    return lines().filter(line -> line.startsWith(beginning)).findFirst();
  }

  /** Whether a line of the present run holds all of these. */
  public boolean tells(String... words) {
    return lines().anyMatch(line -> Stream.of(words).allMatch(line::contains));
  }

  private Stream<String> lines() {
    try (var file = Files.newByteChannel(path)) {
      long from = Math.max(start, file.size() - WINDOW);
      var bytes = ByteBuffer.allocate((int) Math.max(0, file.size() - from));
      file.position(from);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // A log that grows meanwhile is read up to the size it had.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
