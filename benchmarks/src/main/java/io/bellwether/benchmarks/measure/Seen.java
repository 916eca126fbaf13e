package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.benchmarks.plain.PlainIndicators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
  private final List<Long> times = new ArrayList<>();

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
    times.add(record.timestamp());
  }

  /** From the first alert to the last. */
  double seconds() {
    return seconds(0);
  }

  /** From the alert that has as many before as after it to the last. */
  double secondsOfSecondHalf() {
    return seconds(times.size() / 2);
  }

  private double seconds(int from) {
    Collections.sort(times);
    return Math.max(1, times.get(times.size() - 1) - times.get(from)) / MILLIS_PER_SECOND;
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
