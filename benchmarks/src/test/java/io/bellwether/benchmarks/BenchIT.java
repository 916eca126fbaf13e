package io.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The whole of it on the packaged distribution, with few messages: what is counted, not how fast.
 */
class BenchIT {
  private static final int MESSAGES = 12;
  private static final int RECORDS = 25;
  private static final int BACKLOG = 400;
  private static final int AZURE_MESSAGES = 1_000;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everythingIsMeasuredAndCountedExactly() throws Exception {
    Path json = folder.resolve("report.json");
    CommandLine commands = Bench.commands();
    commands.setOut(new PrintWriter(out));
    commands.setErr(new PrintWriter(err));

    int exit =
        commands.execute(
            "--trigger=continuous",
            "--messages=" + (MESSAGES - 4),
            "--warm-up=4",
            "--kafka-records=" + RECORDS,
            "--backlog=" + BACKLOG,
            "--seed=3",
            "--state=" + folder.resolve("state"),
            "--json=" + json);

    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("valid").asBoolean()).isTrue();
    JsonNode slack = report.at("/latencies/0/outcome");
    assertThat(expected(slack, "feedback")).isEqualTo(MESSAGES);
    assertThat(expected(slack, "outcomes")).isEqualTo(MESSAGES);
    assertThat(expected(slack, "post to alert")).isBetween(1, MESSAGES);
    JsonNode kafka = report.at("/latencies/1/outcome");
    assertThat(expected(kafka, "analyzer")).isEqualTo(4 * RECORDS);
    assertThat(kafka.at("/latencies/0/count").asInt()).as("without warm-up").isEqualTo(3 * RECORDS);
    assertThat(report.at("/drain/tallies"))
        .hasSize(4)
        .allMatch(t -> t.path("arrived").asInt() == BACKLOG);
    assertThat(report.at("/drain/sameScores").asBoolean()).isTrue();
    assertThat(out.toString()).contains("Counts are exact");
    assertThat(Files.readString(json)).doesNotContainPattern("xox[bp]-|xapp-");
  }

  @Test
  void withAzureEachMessageIsScoredOrUnscoredForAReasonOnce() throws Exception {
    Path json = folder.resolve("azure.json");
    CommandLine commands = Bench.commands();
    commands.setOut(new PrintWriter(out));
    commands.setErr(new PrintWriter(err));

    int exit =
        commands.execute(
            "--measure=azure",
            "--azure-messages=" + AZURE_MESSAGES,
            "--seed=3",
            "--state=" + folder.resolve("azure"),
            "--json=" + json);

    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode azure = new ObjectMapper().readTree(json.toFile()).path("azure");
    assertThat(azure.at("/tally/arrived").asInt()).isEqualTo(AZURE_MESSAGES);
    assertThat(azure.path("unscored").asInt()).isPositive();
    assertThat(azure.path("unscored").asInt()).isEqualTo(azure.path("bad_documents").asInt());
    assertThat(azure.path("refused_calls").asInt()).isPositive();
  }

  private static int expected(JsonNode outcome, String path) {
    return StreamSupport.stream(outcome.path("tallies").spliterator(), false)
        .filter(tally -> tally.path("path").asText().equals(path))
        .mapToInt(tally -> tally.path("expected").asInt())
        .findFirst()
        .orElseThrow();
  }
}
