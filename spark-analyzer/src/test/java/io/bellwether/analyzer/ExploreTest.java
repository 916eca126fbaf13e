package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.explore.Explore;
import io.bellwether.analyzer.trips.SomeTrips;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries over topics that have the names of the contracts. */
class ExploreTest {
  private static final TestBroker BROKER = TestBroker.shared();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void fill() {
    List<String> topics = List.of("feedback", "trades", "trips", "trip-statistics", "other.things");
    BROKER.createTopics(2, topics, Map.of("retention.ms", "-1"));
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    records.add(
        record(
            "feedback",
            "{\"event_id\":\"f:0\",\"text\":\"fine\",\"said_at\":\"2023-11-14T22:13:20.000100Z\"}"));
    records.add(record("trades", "{\"id\":\"1\",\"price\":\"11014.30000001\",\"volume\":\"0.5\"}"));
    records.add(record("trades", "{\"id\":\"2\",\"price\":\"0.1\",\"volume\":\"2\"}"));
    records.add(statistic(10, "A"));
    records.add(statistic(20, "B"));
    records.add(record("other.things", "no JSON"));
    records.addAll(SomeTrips.month("july.csv.gz", 0, 100).records("trips"));
    try (var producer =
        new KafkaProducer<>(
            BROKER.clientSettings(), new StringSerializer(), new StringSerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      producer.flush();
      assertThat(sent).allSatisfy(one -> assertThat(one.get().hasOffset()).isTrue());
    }
  }

  @Test
  void topicsAreTablesWithTypedColumns() {
    String sql =
        "SELECT (SELECT sum(price * volume) FROM trades) AS turnover,"
            + " (SELECT date_format(said_at, 'HH:mm:ss.SSSSSS') FROM feedback) AS at,"
            + " (SELECT count(*) FROM trips WHERE ended > started) AS trips,"
            + " (SELECT first(item.name) FROM (SELECT explode(items) AS item FROM trip_statistics))"
            + " AS top,"
            + " (SELECT _json FROM other_things) AS json;";
    assertThat(explore("query=" + sql, "format=json")).as(err.toString()).isZero();
    assertThat(out.toString().strip())
        .startsWith("{\"turnover\":5507.35")
        .endsWith("\"at\":\"22:13:20.000100\",\"trips\":96,\"top\":\"B\",\"json\":\"no JSON\"}");
  }

  @Test
  void aQueryThatFailsEndsWithCodeOneAndItsReason() {
    assertThat(explore("query=SELECT txt FROM feedback")).isEqualTo(1);
    assertThat(err.toString()).contains("`txt`", "`text`").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void brokersThatDoNotAnswerAndUnknownArgumentsAreSaid() {
    assertThat(
            Explore.run(
                List.of("bootstrap=127.0.0.1:1", "query=SELECT 1"), writer(out), writer(err)))
        .isEqualTo(1);
    assertThat(err.toString()).contains("No answer from 127.0.0.1:1", "--bootstrap");
    assertThat(explore("format=xml", "query=SELECT 1")).isEqualTo(2);
    assertThat(explore("qery=SELECT 1")).isEqualTo(2);
  }

  private int explore(String... arguments) {
    List<String> all = new ArrayList<>();
    all.add("bootstrap=" + BROKER.bootstrap());
    Collections.addAll(all, arguments);
    return Explore.run(all, writer(out), writer(err));
  }

  private static PrintWriter writer(StringWriter to) {
    return new PrintWriter(to, true);
  }

  private static ProducerRecord<String, String> statistic(int sequence, String first) {
    ProducerRecord<String, String> record =
        record(
            "trip-statistics",
            "{\"statistic\":\"top-start-stations\",\"sequence\":"
                + sequence
                + ",\"items\":[{\"name\":\""
                + first
                + "\",\"trips\":7}]}");
    return new ProducerRecord<>(record.topic(), "top-start-stations", record.value());
  }

  private static ProducerRecord<String, String> record(String topic, String value) {
    return new ProducerRecord<>(topic, "k", value);
  }
}
