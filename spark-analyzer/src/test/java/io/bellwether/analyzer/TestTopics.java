package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one test, with names of their own. */
final class TestTopics {
  private static final List<String> OUTCOMES =
      List.of("negative", "positive", "neutral", "unscored");
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker = TestBroker.shared();

  TestTopics(int inputPartitions) {
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
    send(Map.of(), List.of(new ProducerRecord<>(input(), key, value)));
  }

  void send(List<ProducerRecord<String, String>> records) {
    send(Map.of(), records);
  }

  void sendToFirstPartition(int count) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(input(), 0, "e", "{\"text\":\"fine\"}");
    send(Map.of(), Collections.nCopies(count, record));
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
    try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", prefix))) {
      producer.initTransactions();
      producer.beginTransaction();
      sendAll(producer, records);
      producer.abortTransaction();
    }
  }

  private void send(Map<String, Object> settings, List<ProducerRecord<String, String>> records) {
    try (KafkaProducer<String, String> producer = producer(settings)) {
      sendAll(producer, records);
    }
  }

  private static void sendAll(
      KafkaProducer<String, String> producer, List<ProducerRecord<String, String>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    producer.flush();
    assertThat(sent).allSatisfy(one -> assertThat(one.get().hasOffset()).isTrue());
  }

  private KafkaProducer<String, String> producer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(broker.clientSettings());
    all.put("max.request.size", 8_000_000);
    all.put("compression.type", "lz4");
    all.putAll(settings);
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  /** Everything in the topics of the outcomes by now. */
  List<ConsumerRecord<String, String>> outputs() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String outcome : OUTCOMES) {
      partitions.add(new TopicPartition(output(outcome), 0));
      partitions.add(new TopicPartition(output(outcome), 1));
    }
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            broker.clientSettings(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  String outcome(ConsumerRecord<String, String> record) {
    return record.topic().substring(prefix.length());
  }
}
