package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.trips.SomeTrips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged job, killed while it counts. */
class TripsKillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROWS = 3_000;
  private static final int SIGKILL = 128 + 9;

  @TempDir Path folder;
  private final TripTopics topics = new TripTopics();

  @Test
  void statisticsAreExactAfterAKillInTheMiddle() throws Exception {
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, ROWS);
    SomeTrips june = SomeTrips.month("june.csv.gz", 1, ROWS);
    topics.send(july.records(topics.input()));
    topics.send(june.records(topics.input()));

    Process job = submit("first", "trigger=micro-batch", "max.offsets.per.trigger=200");
    try {
      await().atMost(PATIENCE).until(() -> topics.counted() > 0);
    } finally {
      job.destroyForcibly();
    }
    assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(job.exitValue()).isEqualTo(SIGKILL);
    assertThat(topics.counted()).as("rows counted before the kill").isBetween(1L, 2L * ROWS - 1);

    Process again = submit("second", "trigger=available-now", "max.offsets.per.trigger=1500");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).as(err("second")).isZero();

    assertThat(topics.counted()).isEqualTo(2 * ROWS);
    assertThat(topics.newest()).isEqualTo(batch(july.write(folder) + "," + june.write(folder)));
    assertThat(topics.distinct(topics.alerts())).isNotEmpty();
    assertThat(topics.distinct(topics.deadLetters())).hasSize(8);
  }

  private Map<String, String> batch(String files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments =
        List.of(file().toString(), "input=files", "output=console", "files=" + files);
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

  private Path file() throws IOException {
    Path file = folder.resolve("job.json");
    Map<String, String> config = topics.config();
    // Of a few made-up trips an hour, some hours shall be unusual.
    config.put("alerts.hour.least.trips", "3");
    config.put("alerts.deviation", "1");
    Map<String, Object> job = Map.of("name", "t", "config", config);
    return Files.writeString(file, new ObjectMapper().writeValueAsString(job));
  }

  private Process submit(String run, String... overrides) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("bellwether.opens").split(" ")));
    command.addAll(List.of("-Xmx512m", "-cp", Path.of("target", "spark-classpath") + "/*"));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
    command.addAll(List.of("--class", Analyzer.class.getName()));
    command.addAll(List.of(System.getProperty("bellwether.jar"), file().toString()));
    command.add("checkpoint.location=" + folder.resolve("checkpoint"));
    command.addAll(Arrays.asList(overrides));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve(run + ".out").toFile())
        .redirectError(folder.resolve(run + ".err").toFile())
        .start();
  }

  private String err(String run) throws IOException {
    return Files.readString(folder.resolve(run + ".err"), UTF_8);
  }
}
