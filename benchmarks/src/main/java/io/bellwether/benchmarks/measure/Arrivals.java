package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.load.SteadyClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Notes when records become visible to a consumer of committed records. One consumer for all
 * topics, so that what is compared is received alike.
 */
final class Arrivals implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration END = Duration.ofSeconds(10);

  private final SteadyClock clock;
  private final Map<String, Listener> listeners;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::read, "arrivals");

  /** Told of each record of a topic, on one thread. */
  @FunctionalInterface
  interface Listener {
    void arrived(ConsumerRecord<String, byte[]> record, long micros);
  }

  private Arrivals(String bootstrap, SteadyClock clock, Map<String, Listener> listeners) {
    this.clock = clock;
    this.listeners = Map.copyOf(listeners);
    this.consumer = consumer(bootstrap);
  }

  /** Begins with what is written from now on. */
  static Arrivals from(String bootstrap, SteadyClock clock, Map<String, Listener> listeners) {
    Arrivals arrivals = new Arrivals(bootstrap, clock, listeners);
    List<TopicPartition> partitions = partitions(arrivals.consumer, listeners.keySet());
    arrivals.consumer.assign(partitions);
    arrivals.consumer.seekToEnd(partitions);
    // Seeking is lazy: only the question fixes where it begins.
    partitions.forEach(arrivals.consumer::position);
    arrivals.thread.setDaemon(true);
    arrivals.thread.start();
    return arrivals;
  }

  /** Enters each record, known by its key, into a track. */
  static Listener into(Track track) {
    return (record, micros) -> track.arrived(record.key(), record.topic(), micros);
  }

  static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Set<String> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** Throws what ended the reading, if anything did. */
  void check() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("Arrivals are no longer read", failed);
    }
  }

  private void read() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(POLL);
        long now = clock.micros();
        for (ConsumerRecord<String, byte[]> record : records) {
          listeners.get(record.topic()).arrived(record, now);
        }
      }
    } catch (WakeupException e) {
      // This is how close() ends it.
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
