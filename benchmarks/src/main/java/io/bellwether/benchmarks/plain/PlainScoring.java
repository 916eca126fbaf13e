package io.bellwether.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scoring;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns a feedback record into the scored one, with the fields of docs/contracts.md. */
final class PlainScoring {
  private final ObjectMapper json = new ObjectMapper();
  private final Judge judge = new Judge();
  private final String prefix;

  PlainScoring(String prefix) {
    this.prefix = prefix;
  }

  ProducerRecord<byte[], byte[]> scored(ConsumerRecord<byte[], byte[]> record) throws IOException {
    JsonNode value = json.readTree(record.value());
    if (!(value instanceof ObjectNode fields)) {
      throw new IOException("No JSON object at offset " + record.offset());
    }
    Scoring scoring = judge.score(fields.path("text").asText());
    String topic = Judge.topic(scoring);
    fields.put("scorer", Judge.SCORER);
    fields.put("outcome", topic.substring(0, topic.indexOf('-')));
    if (scoring instanceof Probabilities probabilities) {
      fields.put("p_negative", probabilities.negative());
      fields.put("p_neutral", probabilities.neutral());
      fields.put("p_positive", probabilities.positive());
      fields.put("score", probabilities.score());
      fields.putNull("reason");
    } else {
      fields.put("reason", ((NotScored) scoring).reason());
    }
    return new ProducerRecord<>(prefix + topic, record.key(), json.writeValueAsBytes(fields));
  }
}
