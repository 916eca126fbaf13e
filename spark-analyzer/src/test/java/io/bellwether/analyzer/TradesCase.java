package io.bellwether.analyzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The topics of a trades job in one test, with names of their own, and trades to put into them. */
abstract class TradesCase {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Instant START = Instant.parse("2019-07-01T00:00:00Z");

  @TempDir Path folder;
  final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  final TestBroker broker = TestBroker.shared();

  @BeforeEach
  void createTopics() {
    broker.createTopics(
        2, Stream.of("trades", "alerts", "indicators", "dead").map(name -> prefix + name).toList());
  }

  /** A trade every 30 s, each a hundredth above the one before. */
  List<ProducerRecord<String, String>> hour(String exchange, int from, int count) {
    List<ProducerRecord<String, String>> trades = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      trades.add(record(exchange, i * 30, BigDecimal.valueOf(10_000 + i, 2).toPlainString()));
    }
    return trades;
  }

  ProducerRecord<String, String> record(String exchange, int second, String price) {
    return new ProducerRecord<>(
        prefix + "trades", exchange + ":BTC/USD", trade(exchange, second, price));
  }

  static String trade(String exchange, int second, String price) {
    return trade(exchange, Integer.toString(second), START.plusSeconds(second).toString(), price);
  }

  static String trade(String exchange, String id, String at, String price) {
    return """
        {"event_id":"trade:%s:BTC/USD:%s","exchange":"%s","market":"BTC/USD","base":"BTC","quote":"USD","id":"%s",\
        "timestamp":"%s","price":"%s","volume":"0.25"}"""
        .formatted(exchange, id, exchange, id, at, price);
  }

  void send(String key, String value) {
    send(List.of(new ProducerRecord<>(prefix + "trades", key, value)));
  }

  void send(List<ProducerRecord<String, String>> records) {
    broker.send(records);
  }

  StreamingQuery start(Map<String, String> more) throws Exception {
    Map<String, String> config = config();
    config.putAll(more);
    AnalyzerConfig checked = Jobs.check(new JobFile(prefix, config));
    return Jobs.open(checked).start(TestSpark.session());
  }

  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("job", "trades");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", prefix + "trades");
    config.put("alerts.topic", prefix + "alerts");
    config.put("indicators.topic", prefix + "indicators");
    config.put("dead.letters.topic", prefix + "dead");
    config.put("starting.offsets", "earliest");
    config.put("checkpoint.location", folder.resolve("checkpoint").toString());
    return config;
  }

  List<String> sorted(String topic) {
    return broker.read(List.of(prefix + topic)).stream()
        .map(ConsumerRecord::value)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  List<String> eventIds(String topic) throws IOException {
    return values(topic).stream().map(one -> one.get("event_id").textValue()).toList();
  }

  List<JsonNode> values(String topic) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    for (ConsumerRecord<String, String> record : broker.read(List.of(prefix + topic))) {
      values.add(JSON.readTree(record.value()));
    }
    return values;
  }
}
