package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.quickstart.stack.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Understands the records of the topics, as docs/contracts.md describes them. */
final class Intake {
  private static final String REASON = "__connect.errors.exception.message";
  private static final String CLASS = "__connect.errors.exception.class.name";

  private final Wiring wiring;
  private final Books books;
  private final Aside aside;
  private final Consumer<JsonNode> outcomes;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param outcomes is given each record of an outcome topic too
   */
  Intake(Wiring wiring, Books books, Aside aside, Consumer<JsonNode> outcomes) {
    this.wiring = wiring;
    this.books = books;
    this.aside = aside;
    this.outcomes = outcomes;
  }

  /** Takes a record; {@code now} is 0 for one that was there before the console began. */
  void take(ConsumerRecord<byte[], byte[]> record, long now) {
    JsonNode value = parse(record.value());
    if (record.topic().equals(Topics.FEEDBACK)) {
      books.read(id(value, record), Place.of(record), now);
    } else if (record.topic().equals(wiring.deadLetters())) {
      dead(value, record);
    } else {
      scored(value, record, now);
    }
  }

  private void scored(JsonNode value, ConsumerRecord<byte[], byte[]> record, long now) {
    String id = id(value, record);
    String outcome = value.path("outcome").asText("unscored");
    boolean alert = wiring.alertTopics().contains(record.topic());
    JsonNode score = value.path("score");
    double number = score.isNumber() ? score.doubleValue() : Double.NaN;
    books.scored(id, outcome, number, alert, Place.of(record), record.timestamp(), now);
    if (outcome.equals("unscored")) {
      keep(value, record, id, value.path("reason").asText("no reason given"));
    }
    outcomes.accept(value);
  }

  private void dead(JsonNode value, ConsumerRecord<byte[], byte[]> record) {
    String origin =
        header(record, "__connect.errors.topic")
            + ":"
            + header(record, "__connect.errors.partition")
            + ":"
            + header(record, "__connect.errors.offset");
    String id = value.path("event_id").asText(origin);
    String reason = header(record, REASON);
    books.dead(id);
    keep(value, record, id, reason.isEmpty() ? header(record, CLASS) : reason);
  }

  private void keep(JsonNode value, ConsumerRecord<?, ?> record, String id, String reason) {
    aside.add(record.timestamp(), record.topic(), id, reason, value.path("text").asText(""));
  }

  /** As the analyzer names what has no id: after its place. */
  private static String id(JsonNode value, ConsumerRecord<?, ?> record) {
    String id = value.path("event_id").asText("");
    return id.isEmpty() ? record.topic() + ":" + record.partition() + ":" + record.offset() : id;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private JsonNode parse(byte[] value) {
    try {
      return value == null ? MissingNode.getInstance() : json.readTree(value);
    } catch (IOException e) {
      // Whatever else somebody writes into the topic counts by its place.
      return MissingNode.getInstance();
    }
  }
}
