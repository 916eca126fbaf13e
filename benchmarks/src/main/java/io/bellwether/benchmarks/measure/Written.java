package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What has been written to some topics since a moment, looked at when all of it is there. */
final class Written implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final double MILLIS_PER_SECOND = 1_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Collection<TopicPartition> partitions;
  private final Map<TopicPartition, Long> begin;

  private Written(String bootstrap, List<String> topics) {
    consumer = Arrivals.consumer(bootstrap);
    partitions = Arrivals.partitions(consumer, Set.copyOf(topics));
    begin = consumer.endOffsets(partitions);
  }

  /** What is written from now on. */
  static Written since(String bootstrap, List<String> topics) {
    return new Written(bootstrap, topics);
  }

  /** How many records. */
  long count() {
    return consumer.endOffsets(partitions).entrySet().stream()
        .mapToLong(end -> end.getValue() - begin.get(end.getKey()))
        .sum();
  }

  /** Reads all of it: keys are numbers below the count of rows, after the last colon. */
  Seen read(int rows) {
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    begin.forEach(consumer::seek);
    Seen seen = new Seen(rows);
    while (partitions.stream().anyMatch(each -> consumer.position(each) < end.get(each))) {
      consumer.poll(POLL).forEach(seen::add);
    }
    return seen;
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Which rows there are, and when their producer sent the first and the last of them. */
  static final class Seen {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int rows;
    private final BitSet numbers;
    private int repeated;
    private int strange;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long scores;

    private Seen(int rows) {
      this.rows = rows;
      this.numbers = new BitSet(rows);
    }

    private void add(ConsumerRecord<String, byte[]> record) {
      int number = Integer.parseInt(record.key().substring(record.key().lastIndexOf(':') + 1));
      if (number < 0 || number >= rows) {
        strange++;
      } else if (numbers.get(number)) {
        repeated++;
      }
      numbers.set(number);
      scores += Objects.hash(number, score(record.value()));
      first = Math.min(first, record.timestamp());
      last = Math.max(last, record.timestamp());
    }

    private static double score(byte[] value) {
      try {
        return JSON.readTree(value).path("score").asDouble(Double.NaN);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same for the same rows with the same scores, in whatever order. */
    long scores() {
      return scores;
    }

    Tally tally(String path) {
      int came = numbers.cardinality() - strange;
      return new Tally(path, rows, came, rows - came, repeated, strange);
    }

    /** When the last one was sent, in milliseconds since 1970. */
    long last() {
      return last;
    }

    double seconds() {
      return Math.max(1, last - first) / MILLIS_PER_SECOND;
    }
  }
}
