package io.bellwether.chaos.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the processes of a run have printed. */
public final class Logs {
  private Logs() {}

  /**
   * The logs in which something stands that must not.
   *
   * @param secret a regular expression
   */
  public static List<Path> with(String secret, Path folder) {
    Pattern pattern = Pattern.compile(secret);
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".log"))
          .filter(file -> has(pattern, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Pattern pattern, Path file) {
    // A JVM writes in its machine's encoding, and secrets are ASCII in all of them.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> pattern.matcher(line).find());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
