package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.benchmarks.plain.PlainIndicators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The alerts of one topic: which of the level there are, and when the first and last came. */
final class Seen implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final double MILLIS_PER_SECOND = 1_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Collection<TopicPartition> partitions;
  private final Set<String> trades = new HashSet<>();
  private int repeated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private Seen(String bootstrap, String topic) {
    consumer = Arrivals.consumer(bootstrap);
    partitions = Arrivals.partitions(consumer, Set.of(topic));
  }

  static Seen of(String bootstrap, String topic) {
    return new Seen(bootstrap, topic);
  }

  /** How many records, of whatever indicator. */
  long count() {
    return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
  }

  void read() {
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (partitions.stream().anyMatch(each -> consumer.position(each) < end.get(each))) {
      consumer.poll(POLL).forEach(this::add);
    }
  }

  private void add(ConsumerRecord<String, byte[]> record) {
    try {
      JsonNode alert = JSON.readTree(record.value());
      if (alert.path("indicator").asText().equals(PlainIndicators.LEVEL)) {
        repeated += trades.add(alert.path("trade").asText()) ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    first = Math.min(first, record.timestamp());
    last = Math.max(last, record.timestamp());
  }

  double seconds() {
    return Math.max(1, last - first) / MILLIS_PER_SECOND;
  }

  Tally tally(String path, int expected) {
    int came = Math.min(trades.size(), expected);
    return new Tally(
        path, expected, came, expected - came, repeated, Math.max(0, trades.size() - expected));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
