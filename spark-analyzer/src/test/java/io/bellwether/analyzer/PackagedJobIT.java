package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar as it ships, submitted as the documentation says, in a JVM of its own. */
class PackagedJobIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(2);

  @Test
  void itStartsSaysSoStopsOnASignalAndGoesOnWhereItEnded() throws Exception {
    Process job = submit("first", "trigger=micro-batch");
    try {
      await().atMost(PATIENCE).until(() -> out("first").contains("bellwether-analyzer ready: t"));
      topics.send(messages(0, 10));
      await().atMost(PATIENCE).until(() -> topics.outputs().size() == 10);
    } finally {
      job.destroy();
    }
    assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(job.exitValue()).isEqualTo(SIGTERM);

    topics.send(messages(10, 10));
    Process again = submit("second", "trigger=available-now");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(again.exitValue()).as(err("second")).isZero();
    assertThat(topics.outputs()).hasSize(20);
    assertThat(topics.outputs()).extracting(record -> record.key()).doesNotHaveDuplicates();
  }

  @Test
  void aFaultEndsItWithCodeTwo() throws Exception {
    Process job = submit("faulty", "tigger=continuous", "kafka.sasl.jaas.config=hunter2");
    assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(job.exitValue()).isEqualTo(2);
    assertThat(err("faulty")).contains("Did you mean 'trigger'?").doesNotContain("hunter2");
  }

  private Process submit(String run, String... overrides) throws IOException {
    Path file = folder.resolve("job.json");
    Map<String, Object> job = Map.of("name", "t", "config", topics.config());
    Files.writeString(file, new ObjectMapper().writeValueAsString(job));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("bellwether.opens").split(" ")));
    command.addAll(List.of("-Xmx512m", "-cp", Path.of("target", "spark-classpath") + "/*"));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
    command.addAll(List.of("--class", Analyzer.class.getName()));
    command.addAll(List.of(System.getProperty("bellwether.jar"), file.toString()));
    command.add("checkpoint.location=" + folder.resolve("checkpoint"));
    command.addAll(Arrays.asList(overrides));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve(run + ".out").toFile())
        .redirectError(folder.resolve(run + ".err").toFile())
        .start();
  }

  private List<ProducerRecord<String, String>> messages(int from, int count) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      messages.add(new ProducerRecord<>(topics.input(), "e" + i, "{\"text\":\"it works\"}"));
    }
    return messages;
  }

  private String out(String run) throws IOException {
    return Files.readString(folder.resolve(run + ".out"), UTF_8);
  }

  private String err(String run) throws IOException {
    return Files.readString(folder.resolve(run + ".err"), UTF_8);
  }
}
