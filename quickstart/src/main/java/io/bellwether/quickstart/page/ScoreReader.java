package io.bellwether.quickstart.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.stack.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the outcome topics from their beginning, as any further consumer could: it belongs to no
 * group and stores no offset.
 */
public final class ScoreReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<Score> sink;
  private final ObjectMapper json = new ObjectMapper();
  private final Thread thread = new Thread(this::read, "scores");

  private ScoreReader(KafkaConsumer<byte[], byte[]> consumer, Consumer<Score> sink) {
    this.consumer = consumer;
    this.sink = sink;
  }

  /** Reads on a thread of its own until closed. */
  public static ScoreReader start(String bootstrap, Consumer<Score> sink) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    ScoreReader reader =
        new ScoreReader(
            new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            sink);
    reader.thread.start();
    return reader;
  }

  private void read() {
    try (consumer) {
      consumer.assign(partitions());
      while (true) {
        consumer.poll(POLL).forEach(record -> parse(record.value()).ifPresent(sink));
      }
    } catch (WakeupException e) {
      LOG.debug("Closed");
    }
  }

  private List<TopicPartition> partitions() {
    return Topics.OUTCOMES.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private Optional<Score> parse(byte[] value) {
    try {
      return value == null ? Optional.empty() : Score.of(json.readTree(value));
    } catch (IOException e) {
      LOG.warn("A record of an outcome topic is no JSON; the page does not show it", e);
      return Optional.empty();
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
