package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a trips job in one test, with names of their own. */
final class TripTopics {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker = TestBroker.shared();

  TripTopics() {
    // Recorded trips are old, and a topic deletes by the time in its records.
    broker.createTopics(2, List.of(input()), Map.of("retention.ms", "-1"));
    broker.createTopics(2, List.of(statistics(), alerts(), deadLetters()));
  }

  String input() {
    return prefix + "trips";
  }

  String statistics() {
    return prefix + "trip-statistics";
  }

  String alerts() {
    return prefix + "trip-alerts";
  }

  String deadLetters() {
    return prefix + "trips-dead-letters";
  }

  /** A configuration that reads and writes these topics. */
  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("job", "trips");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", input());
    config.put("starting.offsets", "earliest");
    config.put("statistics.topic", statistics());
    config.put("alerts.topic", alerts());
    config.put("dead.letter.topic", deadLetters());
    return config;
  }

  void send(List<ProducerRecord<String, String>> records) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            broker.clientSettings(), new StringSerializer(), new StringSerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      producer.flush();
      assertThat(sent).allSatisfy(one -> assertThat(one.get().hasOffset()).isTrue());
    }
  }

  /** The newest record of each statistic, as it is written. */
  Map<String, String> newest() {
    Map<String, String> newest = new TreeMap<>();
    read(statistics()).forEach(record -> newest.put(record.key(), record.value()));
    return newest;
  }

  /** Rows that the newest statistics tell of; 0 before there are any. */
  long counted() {
    String trips = newest().get("trips");
    return trips == null ? 0 : json(trips).get("rows").longValue();
  }

  /** Values by event_id, in the order of first appearance; equal ids have equal values. */
  Map<String, String> distinct(String topic) {
    Map<String, String> distinct = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> record : read(topic)) {
      String id = json(record.value()).get("event_id").textValue();
      String before = distinct.putIfAbsent(id, record.value());
      assertThat(record.value()).isEqualTo(before == null ? record.value() : before);
    }
    return distinct;
  }

  List<ConsumerRecord<String, String>> read(String topic) {
    List<TopicPartition> partitions =
        List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
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

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
