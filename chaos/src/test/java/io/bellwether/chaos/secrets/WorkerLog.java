package io.bellwether.chaos.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a worker logs, written by {@code config/log4j2.properties}. */
final class WorkerLog {
  private static final Pattern BEGIN =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +");
  private static final List<String> DETAILED = List.of("TRACE", "DEBUG");

  private WorkerLog() {}

  /** What an operator sees at INFO, line by line; stack traces are lines too. */
  static List<String> atInfo(Path file) throws IOException {
    List<String> seen = new ArrayList<>();
    boolean shown = true;
    // Secrets and texts of the test are ASCII in every machine's encoding.
    try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher begin = BEGIN.matcher(line);
        if (begin.find()) {
          shown = !DETAILED.contains(begin.group(1));
        }
        if (shown) {
          seen.add(line);
        }
      }
    }
    return seen;
  }

  /** How many events there are at TRACE. */
  static long traces(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
      return lines
          .map(BEGIN::matcher)
          .filter(begin -> begin.find() && begin.group(1).equals("TRACE"))
          .count();
    }
  }

  /** The lines in which something stands, at any level. */
  static List<String> with(Pattern pattern, Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
      return lines.filter(line -> pattern.matcher(line).find()).limit(20).toList();
    }
  }
}
