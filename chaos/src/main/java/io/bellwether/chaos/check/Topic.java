package io.bellwether.chaos.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A reader of all partitions of one topic, from the beginning. Not for several threads. */
public final class Topic implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, String> consumer;
  private final List<TopicPartition> partitions;
  private final List<String> ids = new ArrayList<>();

  private Topic(String bootstrap, String name, String isolation) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation),
            new StringDeserializer(),
            new StringDeserializer());
    partitions =
        consumer.partitionsFor(name).stream()
            .map(each -> new TopicPartition(name, each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Sees what is committed, and only that. */
  public static Topic committed(String bootstrap, String name) {
    return new Topic(bootstrap, name, "read_committed");
  }

  /** Sees also what a transaction under way has written so far. */
  public static Topic uncommitted(String bootstrap, String name) {
    return new Topic(bootstrap, name, "read_uncommitted");
  }

  /** The event ids of all records up to the end as it is now, repetitions included. */
  public List<String> eventIds() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
      poll();
    }
    return List.copyOf(ids);
  }

  private static String eventId(ConsumerRecord<String, String> record) {
    try {
      return JSON.readTree(record.value()).path("event_id").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what has come since the last time, and returns how much; waits a little for it. */
  public int poll() {
    ConsumerRecords<String, String> records = consumer.poll(POLL);
    records.forEach(record -> ids.add(eventId(record)));
    return records.count();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
