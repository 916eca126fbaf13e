package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jar as it ships, with {@code --packages}, submitted as docs/spark.md says, on all cores
 * of this machine, and on executors in processes of their own.
 */
class PackagedJobIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MESSAGES = 1_000;
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(2);

  @TempDir static Path machine;
  private static SparkDownload spark;

  @BeforeAll
  static void download() throws IOException {
    spark = SparkDownload.into(machine);
  }

  @Test
  void itStartsSaysSoStopsOnASignalAndGoesOnWhereItEnded() throws Exception {
    SubmittedJob job = spark.job(folder, "local[*]", topics.config());
    Process first = job.start("first", "trigger=micro-batch");
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> job.out("first").contains("bellwether-analyzer ready: t"));
      topics.send(messages(0, 10));
      await().atMost(PATIENCE).until(() -> topics.outputs().size() == 10);
    } finally {
      first.destroy();
    }
    assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isEqualTo(SIGTERM);

    topics.send(messages(10, 10));
    Process again = job.start("second", "trigger=available-now");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(again.exitValue()).as(job.err("second")).isZero();
    assertThat(topics.outputs()).hasSize(20);
    assertThat(topics.outputs()).extracting(record -> record.key()).doesNotHaveDuplicates();
  }

  @Test
  void aFaultEndsItWithCodeTwo() throws Exception {
    SubmittedJob job = spark.job(folder, "local[*]", topics.config());
    Process first = job.start("faulty", "tigger=continuous", "kafka.sasl.jaas.config=hunter2");
    assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isEqualTo(2);
    assertThat(job.err("faulty")).contains("Did you mean 'trigger'?").doesNotContain("hunter2");
  }

  @Test
  @EnabledIfSystemProperty(named = "bellwether.cluster", matches = "long")
  void continuousModeWaitsForTheExecutorsOfALocalCluster() throws Exception {
    topics.send(messages(0, MESSAGES));
    SubmittedJob job = spark.job(folder, "local-cluster[2,1,1024]", topics.config());
    Process driver = job.start("driver", "trigger=continuous");
    try {
      await()
          .atMost(PATIENCE)
          .failFast(() -> assertThat(driver.isAlive()).as(job.err("driver")).isTrue())
          .until(() -> topics.written() == MESSAGES);
    } finally {
      driver.destroy();
    }
    assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(driver.exitValue()).as(job.err("driver")).isEqualTo(SIGTERM);
    assertThat(topics.outputs()).hasSize(MESSAGES);
    assertThat(topics.outputs()).extracting(record -> record.key()).doesNotHaveDuplicates();
  }

  private List<ProducerRecord<String, String>> messages(int from, int count) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      messages.add(new ProducerRecord<>(topics.input(), "e" + i, "{\"text\":\"it works\"}"));
    }
    return messages;
  }
}
