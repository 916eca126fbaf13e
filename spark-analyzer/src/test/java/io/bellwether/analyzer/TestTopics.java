package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topics of one test, with names of their own. */
final class TestTopics {
  private static final List<String> OUTCOMES =
      List.of("negative", "positive", "neutral", "unscored");
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker;

  TestTopics(int inputPartitions) {
    this(TestBroker.shared(), inputPartitions);
  }

  TestTopics(TestBroker broker, int inputPartitions) {
    this.broker = broker;
    broker.createTopics(inputPartitions, List.of(input()));
    broker.createTopics(2, OUTCOMES.stream().map(this::output).toList());
  }

  String input() {
    return prefix + "feedback";
  }

  String output(String outcome) {
    return prefix + outcome;
  }

  /** A configuration that reads and writes these topics. */
  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", input());
    config.put("starting.offsets", "earliest");
    OUTCOMES.subList(0, 3).forEach(name -> config.put("routes." + name + ".topic", output(name)));
    config.put("unscored.topic", output("unscored"));
    return config;
  }

  void send(String key, String value) {
    broker.send(List.of(new ProducerRecord<>(input(), key, value)));
  }

  void send(List<ProducerRecord<String, String>> records) {
    broker.send(records);
  }

  void sendToFirstPartition(int count) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(input(), 0, "e", "{\"text\":\"fine\"}");
    broker.send(Collections.nCopies(count, record));
  }

  /** Removes what stands before this offset in the first partition, as retention does. */
  void deleteBefore(long offset) {
    try (Admin admin = Admin.create(broker.clientSettings())) {
      TopicPartition first = new TopicPartition(input(), 0);
      var deleted = admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(offset)));
      assertThat(deleted.all().toCompletionStage().toCompletableFuture())
          .succeedsWithin(Duration.ofSeconds(30));
    }
  }

  void sendAndAbort(List<ProducerRecord<String, String>> records) {
    broker.sendAndAbort(prefix, records);
  }

  /** Everything in the topics of the outcomes by now. */
  List<ConsumerRecord<String, String>> outputs() {
    return broker.read(OUTCOMES.stream().map(this::output).toList());
  }

  /** How many records there are in them. */
  long written() {
    return broker.count(OUTCOMES.stream().map(this::output).toList());
  }

  String outcome(ConsumerRecord<String, String> record) {
    return record.topic().substring(prefix.length());
  }
}
