package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as its user sees it: what it prints and how it ends. */
class AnalyzerTest {
  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(3);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatIsThereIsScoredAndTheJobEnds() throws IOException {
    topics.send("e1", "{\"event_id\":\"e1:0\",\"text\":\"awful\"}");

    assertThat(run("trigger=available-now")).as(err.toString(UTF_8)).isZero();

    assertThat(out.toString(UTF_8)).isEqualTo("bellwether-analyzer ready: t\n");
    assertThat(topics.outputs())
        .singleElement()
        .satisfies(record -> assertThat(topics.outcome(record)).isEqualTo("negative"));
  }

  @Test
  void recordsThatAreGoneUnreadStopTheJobUntilTheGapIsAccepted() throws IOException {
    topics.sendToFirstPartition(10);
    assertThat(run("trigger=available-now")).isZero();
    topics.sendToFirstPartition(10);
    topics.deleteBefore(15);

    assertThat(run("trigger=available-now")).isEqualTo(1);
    assertThat(faults()).last().asString().contains("data.loss=continue", "checkpoint.location");
    assertThat(run("trigger=available-now", "data.loss=continue")).isZero();
    assertThat(topics.outputs()).hasSize(15);
  }

  @Test
  void theConsoleShowsEachRecordWithItsPlaceAndScore() throws IOException {
    topics.send("e1", "{\"event_id\":\"e1:0\",\"text\":\"awful\"}");
    PrintStream stdout = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      assertThat(run("trigger=available-now", "output=console")).isZero();
    } finally {
      System.setOut(stdout);
    }
    assertThat(out.toString(UTF_8))
        .contains("|key|topic", "|partition|offset|timestamp", "|text |score", "outcome")
        .containsPattern(
            "\\|e1 \\|"
                + topics.input()
                + "\\|\\d +\\|0 +\\|20.*\\|awful\\|0\\.\\d+\\|negative\\|");
    assertThat(topics.outputs()).isEmpty();
  }

  @Test
  void topicsThatAreNotThereAreNamedWithTheirKeys() throws IOException {
    assertThat(run("topics=nowhere", "routes.positive.topic=neverland")).isEqualTo(2);
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "topics: there is no topic 'nowhere'. Create it, or correct the name.",
            "routes.positive.topic: there is no topic 'neverland'. Create it, or correct the name.");
  }

  @Test
  void brokersThatDoNotAnswerAreReportedInTime() throws IOException {
    long begin = System.nanoTime();
    assertThat(run("kafka.bootstrap.servers=127.0.0.1:1", "check.timeout.ms=1000")).isEqualTo(2);
    assertThat(faults())
        .singleElement()
        .asString()
        .startsWith("kafka.bootstrap.servers: no answer from 127.0.0.1:1 within 1000 ms.")
        .contains("Start the brokers");
    assertThat((System.nanoTime() - begin) / 1_000_000_000).isLessThan(20);
  }

  @Test
  void anAddressThatIsNoneIsReported() throws IOException {
    assertThat(run("kafka.bootstrap.servers=no.such.host.invalid:9092")).isEqualTo(2);
    assertThat(faults()).singleElement().asString().startsWith("kafka.bootstrap.servers: ");
  }

  @Test
  void predicatesAreCheckedBeforeAnythingIsRead() throws IOException {
    assertThat(run("routes.negative.when=scor < 1", "routes.positive.when=score >")).isEqualTo(2);
    assertThat(faults())
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("routes.negative.when: "))
        .anyMatch(fault -> fault.startsWith("routes.positive.when: "));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void continuousModeIsRefusedWithMorePartitionsThanCores() throws IOException {
    assertThat(run("trigger=continuous", "spark.master=local[2]")).isEqualTo(2);
    assertThat(faults())
        .singleElement()
        .asString()
        .startsWith("trigger: continuous needs a core for each partition")
        .contains("3 partitions but only 2 cores", "local[3]", "micro-batch");
  }

  @Test
  void aMisspeltKeyIsAnsweredWithTheOneThatWasMeant() throws IOException {
    assertThat(run("triger=continuous")).isEqualTo(2);
    assertThat(faults()).containsExactly("Unknown key 'triger'. Did you mean 'trigger'?");
  }

  @Test
  void withoutAFileTheUsageIsShown() {
    assertThat(Analyzer.run(List.of(), stream(out), stream(err))).isEqualTo(2);
    assertThat(faults()).singleElement().asString().contains("job.json");
  }

  private int run(String... overrides) throws IOException {
    Path file = folder.resolve("job.json");
    Map<String, Object> job = Map.of("name", "t", "config", topics.config());
    Files.writeString(file, new ObjectMapper().writeValueAsString(job));
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.add("checkpoint.location=" + folder.resolve("checkpoint"));
    arguments.addAll(List.of(overrides));
    return Analyzer.run(arguments, stream(out), stream(err));
  }

  private List<String> faults() {
    return err.toString(UTF_8).lines().toList();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}
