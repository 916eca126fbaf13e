package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.trips.SomeTrips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trips job against a real broker. */
class TripsPipelineTest {
  private static final int ROWS = 700;
  @TempDir Path folder;
  private final TripTopics topics = new TripTopics();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theStreamSaysWhatTheBatchSaysToTheLastDigit() throws Exception {
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, ROWS);
    SomeTrips june = SomeTrips.month("june.csv.gz", 1, ROWS);
    List<ProducerRecord<String, String>> sent = july.records(topics.input());
    topics.send(sent.subList(0, 500));
    assertThat(stream("max.offsets.per.trigger=200")).as(err.toString(UTF_8)).isZero();
    assertThat(topics.counted()).isEqualTo(500);

    // The rest, in another run of the job.
    topics.send(sent.subList(500, ROWS));
    topics.send(june.records(topics.input()));
    assertThat(stream("max.offsets.per.trigger=300")).as(err.toString(UTF_8)).isZero();

    Map<String, String> streamed = topics.newest();
    assertThat(topics.counted()).isEqualTo(2 * ROWS);
    assertThat(batch("input=topic", "output=console")).isEqualTo(streamed);

    String files = july.write(folder) + "," + june.write(folder);
    assertThat(batch("input=files", "output=console", "files=" + files)).isEqualTo(streamed);
  }

  @Test
  void rowsThatComeAgainChangeNothingButTheirCount() throws Exception {
    List<ProducerRecord<String, String>> sent =
        SomeTrips.month("july.csv.gz", 0, 300).records(topics.input());
    topics.send(sent);
    topics.send(sent.subList(100, 300));
    assertThat(stream("max.offsets.per.trigger=150")).as(err.toString(UTF_8)).isZero();
    Map<String, String> statistics = topics.newest();
    assertThat(TripTopics.json(statistics.get("trips")).get("trips").intValue()).isEqualTo(295);
    JsonNode dropped = TripTopics.json(statistics.get("cleaning")).get("dropped");
    assertThat(dropped)
        .filteredOn(rule -> rule.get("rule").asText().equals("duplicate"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.get("rows").intValue()).isEqualTo(201));
  }

  @Test
  void whatIsNoTripIsADeadLetterWithWhereItStoodInItsFile() throws Exception {
    topics.send(SomeTrips.month("july.csv.gz", 0, 100).records(topics.input()));
    topics.send(List.of(new ProducerRecord<>(topics.input(), "k", "no JSON")));
    topics.send(List.of(new ProducerRecord<>(topics.input(), "k", null)));
    assertThat(stream()).as(err.toString(UTF_8)).isZero();
    assertThat(topics.distinct(topics.deadLetters()).values())
        .extracting(
            letter ->
                TripTopics.json(letter).get("origin").asText()
                    + " "
                    + TripTopics.json(letter).get("rule").asText())
        .containsExactlyInAnyOrder(
            "july.csv.gz:12 bad-start",
            "july.csv.gz:13 negative-duration",
            "july.csv.gz:14 missing-station",
            "july.csv.gz:15 absurd-duration",
            "null unreadable",
            "null unreadable");
  }

  @Test
  void alertsAreWrittenOnceForAPersonToRead() throws Exception {
    topics.send(SomeTrips.month("july.csv.gz", 0, 400).records(topics.input()));
    assertThat(stream("alerts.bike.days=3")).as(err.toString(UTF_8)).isZero();
    Map<String, String> alerts = topics.distinct(topics.alerts());
    assertThat(alerts).hasSizeGreaterThan(10).hasSize(topics.read(topics.alerts()).size());
    assertThat(alerts.values())
        .allSatisfy(
            alert ->
                assertThat(TripTopics.json(alert).get("text").asText())
                    .matches("Bike 60\\d\\d has not been seen for 3 days: last on July .*\\."));
  }

  private int stream(String... overrides) throws IOException {
    List<String> all = new ArrayList<>(List.of(overrides));
    all.add("trigger=available-now");
    all.add("checkpoint.location=" + folder.resolve("checkpoint"));
    return run(all);
  }

  private Map<String, String> batch(String... overrides) throws IOException {
    out.reset();
    assertThat(run(List.of(overrides))).as(err.toString(UTF_8)).isZero();
    Map<String, String> statistics = new TreeMap<>();
    out.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("{\"statistic\""))
        .forEach(line -> statistics.put(TripTopics.json(line).get("statistic").asText(), line));
    return statistics;
  }

  private int run(List<String> overrides) throws IOException {
    Path file = folder.resolve("job.json");
    Map<String, Object> job = Map.of("name", "t", "config", topics.config());
    Files.writeString(file, new ObjectMapper().writeValueAsString(job));
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(overrides);
    return Analyzer.run(
        arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
