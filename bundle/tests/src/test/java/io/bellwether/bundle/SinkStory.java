package io.bellwether.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A sink: what is written to a topic is posted to the Slack channel of its name. */
final class SinkStory implements Story {
  private static final String MARK = "Changed: ";

  private final SlackStandIn slack;
  private final String topic;
  private final KafkaProducer<String, String> producer;
  private final List<String> happened = new ArrayList<>();

  SinkStory(SlackStandIn slack, String topic, String bootstrap) {
    this.slack = slack;
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("slack.api.url", slack.webApiUrl().toString());
  }

  @Override
  public Map<String, String> change() {
    return Map.of("message.template", MARK + "{{text}}");
  }

  @Override
  public void happen() {
    String id = "alert:" + UUID.randomUUID();
    String now = Instant.now().toString();
    Map<String, Object> value =
        Map.of(
            "event_id",
            id,
            "text",
            "Something about " + id,
            "said_at",
            now,
            "at",
            now,
            "score",
            0.1,
            "source",
            "slack",
            "author_name",
            "Ana");
    try {
      String json = new ObjectMapper().writeValueAsString(value);
      producer.send(new ProducerRecord<>(topic, "key-" + happened.size() % 2, json)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    happened.add(id);
  }

  @Override
  public List<String> happened() {
    return List.copyOf(happened);
  }

  @Override
  public List<String> arrived() {
    return posted(false);
  }

  @Override
  public List<String> arrivedChanged() {
    return posted(true);
  }

  private List<String> posted(boolean changed) {
    List<String> ids = new ArrayList<>();
    Workspace workspace = slack.workspace();
    for (Message message : workspace.messages(workspace.channel(topic).orElseThrow())) {
      if (message.metadata() != null && message.text().contains(MARK) == changed) {
        message
            .metadata()
            .path("event_payload")
            .path("alerts")
            .forEach(alert -> ids.add(alert.path("event_id").asText()));
      }
    }
    return ids;
  }

  /** The record before. */
  @Override
  public Map<String, Object> earlier(JsonNode partition, JsonNode offset) {
    return Map.of("kafka_offset", Math.max(0, offset.path("kafka_offset").asLong() - 1));
  }

  /** Once posted, an event stays posted once. */
  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public void close() {
    producer.close();
  }
}
