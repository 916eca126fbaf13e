package io.bellwether.quickstart.page.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics from their beginning, committed records only, each once, as any further consumer
 * could: it belongs to no group and stores no offset. Topics may come into being later.
 */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ONE_CALL = Duration.ofSeconds(2);
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

  /** Takes a record; {@code now} is 0 for one that was there before the console began. */
  public interface Taker {
    void take(ConsumerRecord<byte[], byte[]> record, long now);
  }

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final Taker taker;
  private final InstantSource clock;
  private final Thread thread = new Thread(this::follow, "console-topics");
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Map<TopicPartition, Long> history = new HashMap<>();
  private final AtomicReference<Rest> rest = new AtomicReference<>();
  private volatile boolean caughtUp;
  private long lookedForTopics = System.nanoTime() - LOOK_AGAIN_NANOS;

  private record Rest(Map<TopicPartition, Long> ends, Runnable work) {}

  /** Reads nothing before {@link #start}. */
  public TopicFollower(String bootstrap, List<String> topics, Taker taker, InstantSource clock) {
    this.topics = topics;
    this.taker = taker;
    this.clock = clock;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "console",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Has work done on the reading thread once all before these offsets has been taken. */
  void after(Map<TopicPartition, Long> ends, Runnable work) {
    rest.set(new Rest(ends, work));
  }

  /** Whether it has read what was there when it began. */
  public boolean caughtUp() {
    return caughtUp;
  }

  private void follow() {
    try (consumer) {
      while (true) {
        round();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("Closed");
    } catch (KafkaException e) {
      LOG.error("The console reads no topics any more", e);
    }
  }

  private void round() {
    if (consumer.assignment().isEmpty() || System.nanoTime() - lookedForTopics > LOOK_AGAIN_NANOS) {
      lookForTopics();
    }
    if (consumer.assignment().isEmpty()) {
      return;
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      take(record);
    }
    noteMarks();
    caughtUp |= reached(history);
    Rest due = rest.get();
    if (due != null && reached(due.ends) && rest.compareAndSet(due, null)) {
      due.work.run();
    }
  }

  /** Beyond the last record there may be the marks of transactions. */
  private void noteMarks() {
    try {
      for (TopicPartition partition : consumer.assignment()) {
        next.merge(partition, consumer.position(partition, ONE_CALL), Math::max);
      }
    } catch (TimeoutException e) {
      LOG.debug("The broker is away; a new partition's position is asked for again", e);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (record.offset() >= next.getOrDefault(partition, 0L)) {
      next.put(partition, record.offset() + 1);
      boolean old = record.offset() < history.getOrDefault(partition, 0L);
      taker.take(record, old ? 0 : clock.millis());
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void lookForTopics() {
    lookedForTopics = System.nanoTime();
    Set<TopicPartition> found = new HashSet<>(consumer.assignment());
    try {
      for (String topic : topics) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic, ONE_CALL);
        if (partitions != null) {
          partitions.forEach(each -> found.add(new TopicPartition(topic, each.partition())));
        }
      }
      boolean first = consumer.assignment().isEmpty();
      if (!found.equals(consumer.assignment())) {
        consumer.assign(found);
        if (first) {
          history.putAll(consumer.endOffsets(found, ONE_CALL));
        }
      }
    } catch (TimeoutException e) {
      LOG.debug("The broker is away; looked for topics again later", e);
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
