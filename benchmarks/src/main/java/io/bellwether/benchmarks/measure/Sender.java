package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes feedback records straight into topics, each at once. */
final class Sender implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> refused = new AtomicReference<>();

  Sender(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends and does not wait.
   *
   * @param id of the event, without its version; the record's key
   */
  void send(String topic, String id, String text) {
    sendRaw(topic, id, feedback(id, text));
  }

  /** The same with a value of any kind. */
  void sendRaw(String topic, String id, byte[] value) {
    Exception refusal = refused.get();
    if (refusal != null) {
      throw new IllegalStateException("The broker refused a record", refusal);
    }
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(topic, key, value),
            (metadata, exception) -> refused.compareAndSet(null, exception));
  }

  private static byte[] feedback(String id, String text) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("event_id", id + ":0");
    fields.put("event_version", 0);
    fields.put("source", "benchmark");
    fields.put("author_id", "U1");
    fields.put("author_name", "benchmark");
    fields.put("text", text);
    fields.put("raw_text", text);
    fields.put("said_at", Instant.now().toString());
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings can always be written as JSON", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
