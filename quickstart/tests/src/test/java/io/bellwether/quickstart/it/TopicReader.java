package io.bellwether.quickstart.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of its own group that gathers the records of one topic. */
final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final String topic;
  private final ObjectMapper json = new ObjectMapper();
  private final List<JsonNode> values = new ArrayList<>();

  TopicReader(String bootstrap, String group, String topic) {
    this.topic = topic;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topic));
  }

  /** The event id of every record so far, repetitions included. */
  List<String> eventIds() {
    return values().stream().map(value -> value.path("event_id").asText()).toList();
  }

  /** Every record so far, repetitions included. */
  List<JsonNode> values() {
    consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(read(record.value())));
    return List.copyOf(values);
  }

  /** Every record that the topic has when this is called, repetitions included. */
  List<JsonNode> all() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (consumer.assignment().size() < ends.size()
        || partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
      values();
    }
    return List.copyOf(values);
  }

  private JsonNode read(String value) {
    try {
      return json.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
