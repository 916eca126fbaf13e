package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.config.JobFile;
import io.bellwether.standin.azure.AzureStandIn;
import io.bellwether.standin.azure.Call;
import io.bellwether.standin.azure.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query with a scorer that is a service, against a real broker and the stand-in. */
class AzurePipelineTest {
  private static final AzureStandIn AZURE = AzureStandIn.start(Options.defaults());
  private static final int IN_FIRST = 33;
  private static final int IN_SECOND = 67;

  @TempDir Path checkpoint;
  private final TestTopics topics = new TestTopics(2);

  @AfterAll
  static void stop() {
    AZURE.close();
  }

  @Test
  void callsAreFilledFromAllPartitions() throws Exception {
    topics.send(messages(0, IN_FIRST, "first"));
    topics.send(messages(1, IN_SECOND, "second"));
    AZURE.forgetCalls();

    run(Map.of());

    assertThat(documents(AzureStandIn.LANGUAGE)).containsExactly(100);
    assertThat(documents(AzureStandIn.SENTIMENT)).hasSize(10).containsOnly(10);
    assertThat(topics.outputs()).hasSize(100);
    assertThat(new HashSet<>(keys())).hasSize(100);
  }

  @Test
  void duplicatesAreLeftOutBeforeAndRememberedAfterwards() throws Exception {
    Map<String, String> once = Map.of("dedupe.key", "text");
    topics.send(messages(0, 20, "some"));
    topics.send(messages(1, 20, "some"));
    run(once);
    assertThat(topics.outputs()).hasSize(20);

    topics.send(messages(1, 20, "some"));
    topics.send(messages(0, 10, "other"));
    run(once);
    assertThat(keys()).hasSize(30).doesNotHaveDuplicates();
  }

  private List<String> keys() {
    return topics.outputs().stream().map(ConsumerRecord::key).toList();
  }

  private static List<Integer> documents(String kind) {
    return AZURE.calls().stream()
        .filter(call -> call.kind().equals(kind))
        .map(Call::documents)
        .toList();
  }

  private List<ProducerRecord<String, String>> messages(int partition, int count, String word) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String value = "{\"event_id\":\"%1$s:0\",\"text\":\"%1$s is great\"}".formatted(word + i);
      messages.add(new ProducerRecord<>(topics.input(), partition, word + i, value));
    }
    return messages;
  }

  private void run(Map<String, String> more) throws Exception {
    Map<String, String> config = new TreeMap<>(topics.config());
    config.put("checkpoint.location", checkpoint.toString());
    config.put("trigger", "available-now");
    config.put("scorer", "azure");
    config.put("scorer.batch.size", "1000");
    config.put("scorer.azure.endpoint", AZURE.url().toString());
    config.put("scorer.azure.key", Options.DEFAULT_KEY);
    config.putAll(more);
    Jobs.open(Jobs.check(new JobFile(topics.input(), config)))
        .start(TestSpark.session())
        .awaitTermination();
  }
}
