package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The job's thin jar with {@code --packages}, as docs/spark.md says, on what Spark calls a cluster.
 * Only with {@code -Dbellwether.cluster=kill}, more with {@code all}, and more messages with {@code
 * -Dbellwether.cluster.messages}.
 */
@EnabledIfSystemProperty(named = "bellwether.cluster", matches = "kill|all")
class ClusterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final int MESSAGES = Integer.getInteger("bellwether.cluster.messages", 6_000);
  private static final int A_BATCH = MESSAGES / 12;
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(2);

  @Test
  void aWorkerKilledInTheMiddleLosesNoMessage() throws Exception {
    topics.send(messages());
    try (SparkCluster cluster = SparkCluster.start(folder)) {
      SubmittedJob job = SparkCluster.job(folder, cluster.address(), config());
      Process driver = job.start("driver", "trigger=micro-batch");
      try {
        await()
            .atMost(PATIENCE)
            .failFast("the driver has ended", () -> !driver.isAlive())
            .until(() -> topics.written() >= A_BATCH);
        cluster.killWorker();
        assertThat(topics.written()).as("written before the kill").isLessThan(MESSAGES);
        await().atMost(PATIENCE).until(() -> driver.isAlive() && ids().size() == MESSAGES);
      } finally {
        driver.destroy();
      }
      assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(driver.exitValue()).as(job.err("driver")).isEqualTo(SIGTERM);
      assertThat(job.err("driver")).contains("Lost executor");
      assertThat(cluster.executors())
          .contains("bellwether-analyzer-")
          .contains("spark-sql-kafka-0-10_2.12-");
    }
    int repeated = topics.outputs().size() - MESSAGES;
    System.out.println(MESSAGES + " messages, " + repeated + " of them again after the kill");
    assertThat(repeated).isBetween(0, A_BATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[2,1,512]"})
  @EnabledIfSystemProperty(named = "bellwether.cluster", matches = "all")
  void onAnyMasterEachMessageComesOutOnce(String master) throws Exception {
    topics.send(messages());
    SubmittedJob job = SparkCluster.job(folder, master, config());

    Process driver = job.start("driver", "trigger=available-now");

    assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(driver.exitValue()).as(job.err("driver")).isZero();
    assertThat(topics.outputs()).hasSize(MESSAGES);
    assertThat(ids()).hasSize(MESSAGES);
  }

  private Map<String, String> config() {
    Map<String, String> config = topics.config();
    config.put("scorer", "linear");
    config.put("max.offsets.per.trigger", "" + A_BATCH);
    return config;
  }

  private Set<String> ids() {
    return new HashSet<>(topics.outputs().stream().map(ConsumerRecord::key).toList());
  }

  private List<ProducerRecord<String, String>> messages() {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      String value = "{\"event_id\":\"e%d:0\",\"text\":\"It works, thanks %d\"}".formatted(i, i);
      messages.add(new ProducerRecord<>(topics.input(), "e" + i, value));
    }
    return messages;
  }
}
