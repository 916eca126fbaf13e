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
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of its own group that gathers the event ids of one topic. */
final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> eventIds = new ArrayList<>();

  TopicReader(String bootstrap, String group, String topic) {
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
    consumer.poll(Duration.ofMillis(200)).forEach(record -> eventIds.add(eventId(record.value())));
    return eventIds;
  }

  private String eventId(String value) {
    try {
      JsonNode feedback = json.readTree(value);
      return feedback.path("event_id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
