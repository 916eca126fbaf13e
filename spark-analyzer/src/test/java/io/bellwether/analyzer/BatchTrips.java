package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The trips job over files, in this JVM: what a stream has to come to. */
final class BatchTrips {
  private BatchTrips() {}

  /** The records of the statistics, by their names. */
  static Map<String, String> statistics(Path job, String files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments =
        List.of(job.toString(), "input=files", "output=console", "files=" + files);
    int code =
        Analyzer.run(
            arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    assertThat(code).as(err.toString(UTF_8)).isZero();
    Map<String, String> statistics = new TreeMap<>();
    out.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("{\"statistic\""))
        .forEach(line -> statistics.put(TripTopics.json(line).get("statistic").asText(), line));
    return statistics;
  }
}
