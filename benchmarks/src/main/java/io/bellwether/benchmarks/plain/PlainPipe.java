package io.bellwether.benchmarks.plain;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * {@code PlainPipe BOOTSTRAP TOPIC PARTITIONS PREFIX}: a thread for each partition reads committed
 * feedback from the topic's beginning and writes it, scored, to the outcome topics whose names
 * begin with the prefix. At least once like the analyzer: what is read is committed once a second,
 * when all that came of it is acknowledged.
 */
public final class PlainPipe implements Runnable {
  /** Printed once every partition is read. */
  public static final String READY = "plain pipe ready";

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
  static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrap;
  private final TopicPartition partition;
  private final PlainScoring scoring;
  private final AtomicReference<Exception> refused = new AtomicReference<>();

  private PlainPipe(String bootstrap, TopicPartition partition, String prefix) {
    this.bootstrap = bootstrap;
    this.partition = partition;
    this.scoring = new PlainScoring(prefix);
  }

  /** Runs until it is killed; ends the JVM if it cannot go on. */
  public static void main(String[] arguments) {
    int partitions = Integer.parseInt(arguments[2]);
    for (int p = 0; p < partitions; p++) {
      var partition = new TopicPartition(arguments[1], p);
      new Thread(new PlainPipe(arguments[0], partition, arguments[3]), "pipe-" + p).start();
    }
    System.out.println(READY);
  }

  @Override
  @SuppressWarnings("SystemExitOutsideMain") // half a pipe must not look like a whole one
  public void run() {
    try (var consumer = consumer(bootstrap);
        var producer = producer(bootstrap)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      pump(consumer, producer);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void pump(KafkaConsumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer)
      throws IOException {
    long committed = System.nanoTime();
    while (refused.get() == null) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        Future<RecordMetadata> unused =
            producer.send(
                scoring.scored(record),
                (metadata, refusal) -> refused.compareAndSet(null, refusal));
      }
      if (System.nanoTime() - committed > COMMIT_EVERY.toNanos()) {
        producer.flush();
        consumer.commitAsync();
        committed = System.nanoTime();
      }
    }
    throw new IOException("The broker refused a record", refused.get());
  }

  static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.GROUP_ID_CONFIG,
            "plain-pipe",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  static Producer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.BATCH_SIZE_CONFIG,
            131_072,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
