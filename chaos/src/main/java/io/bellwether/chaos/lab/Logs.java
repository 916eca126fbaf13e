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
  private static final Pattern TOKEN = Pattern.compile("xox[bp]-|xapp-");

  private Logs() {}

  /** The logs in which a Slack token stands. */
  public static List<Path> withToken(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".log")).filter(Logs::hasToken).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasToken(Path file) {
    // A JVM writes in its machine's encoding, and tokens are ASCII in all of them.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> TOKEN.matcher(line).find());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
