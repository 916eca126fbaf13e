package io.bellwether.analyzer.trips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.TestSpark;
import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.ConfigCheck;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over files. */
class TripsBatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void whatIsNoTripIsCountedAndReportedByItsLineAndTheRestGoesOn() throws Exception {
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, 200);
    july.insert(30, "1,2,3");
    Path whole = july.write(folder);
    Path cut = SomeTrips.month("cut.csv.gz", 1, 2_000).write(folder);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

    Map<String, JsonNode> statistics = run(List.of(whole, cut));

    JsonNode cleaning = statistics.get("cleaning");
    assertThat(dropped(cleaning))
        .containsEntry("damaged-file", 1)
        .containsEntry("columns", 1)
        .containsEntry("bad-start", 2)
        .containsEntry("negative-duration", 2)
        .containsEntry("missing-station", 2)
        .containsEntry("absurd-duration", 2)
        .containsEntry("duplicate", 2);
    List<JsonNode> report = report();
    assertThat(report)
        .filteredOn(letter -> letter.get("file").asText().equals(whole.toString()))
        .filteredOn(letter -> !letter.get("kept").booleanValue())
        .extracting(letter -> letter.get("line").asInt() + " " + letter.get("rule").asText())
        .containsExactly(
            "12 bad-start",
            "13 negative-duration",
            "14 missing-station",
            "15 absurd-duration",
            "16 duplicate",
            "30 columns");
    int rows = cleaning.get("rows").intValue();
    assertThat(report)
        .filteredOn(letter -> letter.get("rule").asText().equals("damaged-file"))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.get("line").asInt()).isEqualTo(rows - july.rows() + 1));
    assertThat(report)
        .filteredOn(letter -> letter.get("rule").asText().equals("outside-start"))
        .hasSize(cleaning.at("/noted/0/rows").intValue())
        .allMatch(letter -> letter.get("kept").booleanValue());
    // 201 rows of the first file, and of the second those before the cut.
    assertThat(rows).isBetween(700, 1_700);
    assertThat(cleaning.get("trips").intValue()).isEqualTo(rows - 11);
  }

  @Test
  void anIndependentCountOfTheFileSaysTheSame() throws Exception {
    Path july = SomeTrips.month("july.csv.gz", 0, 1_000).write(folder);
    agree(run(List.of(july)), new PlainCount(july, 14, 15));
  }

  /** With {@code -Dbellwether.biketown=FOLDER}, where 2016_07.csv.gz is. */
  @Test
  void anIndependentCountOfTheRealMonthSaysTheSame() throws Exception {
    String real = System.getProperty("bellwether.biketown");
    assumeTrue(
        real != null, "skipped: name the folder of 2016_07.csv.gz by -Dbellwether.biketown=...");
    Path july = Path.of(real, "2016_07.csv.gz");
    Map<String, JsonNode> statistics = run(List.of(july));
    agree(statistics, new PlainCount(july, 15, 16));
    System.out.println(statistics.get("trips"));
  }

  private static void agree(Map<String, JsonNode> statistics, PlainCount plain) {
    JsonNode trips = statistics.get("trips");
    assertThat(trips.get("trips").longValue()).isEqualTo(plain.trips());
    assertThat(trips.get("average_duration_seconds").asText()).isEqualTo(plain.averageDuration());
    List<String> top = new ArrayList<>();
    statistics
        .get("top-start-stations")
        .get("items")
        .forEach(item -> top.add(item.get("name").asText() + "=" + item.get("trips")));
    assertThat(top).hasSize(10).isEqualTo(plain.topStarts());
    assertThat(statistics.get("payment-plans").get("items"))
        .hasSize(2)
        .allSatisfy(
            plan ->
                assertThat(plan.get("share").asText())
                    .isEqualTo(plain.share(plan.get("name").asText())));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> run(List.of(folder.resolve("none-*.csv"))))
        .isInstanceOf(FaultyConfigException.class)
        .hasMessageContaining("files: there is no file " + folder.resolve("none-*.csv"));
  }

  private Map<String, JsonNode> run(List<Path> files) throws FaultyConfigException, IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("job", "trips");
    settings.put("input", "files");
    settings.put("output", "console");
    settings.put("files", String.join(",", files.stream().map(Path::toString).toList()));
    settings.put("report", folder.resolve("report.jsonl").toString());
    AnalyzerConfig config = ConfigCheck.check(new JobFile("t", settings), List.of(new TripsKeys()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Trips()
        .batch(config)
        .orElseThrow()
        .run(TestSpark.session(), new PrintStream(out, true, UTF_8));
    Map<String, JsonNode> statistics = new HashMap<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      JsonNode node = line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
      if (node.has("statistic")) {
        statistics.put(
            node.get("statistic").asText(),
            JSON.reader(
                    com.fasterxml.jackson.databind.DeserializationFeature
                        .USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(line));
      }
    }
    return statistics;
  }

  private static Map<String, Integer> dropped(JsonNode cleaning) {
    Map<String, Integer> dropped = new HashMap<>();
    cleaning
        .get("dropped")
        .forEach(rule -> dropped.put(rule.get("rule").asText(), rule.get("rows").intValue()));
    return dropped;
  }

  private List<JsonNode> report() throws IOException {
    List<JsonNode> letters = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("report.jsonl"), UTF_8)) {
      letters.add(JSON.readTree(line));
    }
    return letters;
  }
}
