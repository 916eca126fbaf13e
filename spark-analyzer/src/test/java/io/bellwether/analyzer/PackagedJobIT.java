package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar as it ships, submitted as the documentation says, in a JVM of its own. */
class PackagedJobIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(2);
  private SubmittedJob job;

  @BeforeEach
  void prepare() {
    job = SubmittedJob.local(folder, topics.config());
  }

  @Test
  void itStartsSaysSoStopsOnASignalAndGoesOnWhereItEnded() throws Exception {
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
    Process first = job.start("faulty", "tigger=continuous", "kafka.sasl.jaas.config=hunter2");
    assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isEqualTo(2);
    assertThat(job.err("faulty")).contains("Did you mean 'trigger'?").doesNotContain("hunter2");
  }

  private List<ProducerRecord<String, String>> messages(int from, int count) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      messages.add(new ProducerRecord<>(topics.input(), "e" + i, "{\"text\":\"it works\"}"));
    }
    return messages;
  }
}
