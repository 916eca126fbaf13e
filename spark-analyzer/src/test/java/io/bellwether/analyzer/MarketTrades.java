package io.bellwether.analyzer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Trades of some markets, and the topics of jobs that read them. */
final class MarketTrades {
  private static final Instant START = Instant.parse("2019-07-01T00:00:00Z");
  private static final int MARKETS = 6;
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker = TestBroker.shared();

  MarketTrades() {
    broker.createTopics(2, List.of(trades()));
  }

  /** Each market's price goes up and down across the level, each at another pace. */
  void send(int perMarket) {
    List<ProducerRecord<String, String>> trades = new ArrayList<>();
    for (int i = 0; i < perMarket; i++) {
      for (int market = 0; market < MARKETS; market++) {
        String name = "M" + market + "/USD";
        int price = 100 + i * (market + 1) % 20;
        String value =
            """
            {"event_id":"trade:kraken:%1$s:%2$d","exchange":"kraken","market":"%1$s","base":"M%3$d",\
            "quote":"USD","id":"%2$d","timestamp":"%4$s","price":"%5$d","volume":"0.25"}\
            """
                .formatted(name, i, market, START.plusSeconds(30L * i), price);
        trades.add(new ProducerRecord<>(trades(), "kraken:" + name, value));
      }
    }
    broker.send(trades);
  }

  /** A configuration of a job that reads them, and writes to topics of its own. */
  Map<String, String> config(String job) {
    broker.createTopics(2, List.of(alerts(job), candles(job), deadLetters(job)));
    Map<String, String> config = new HashMap<>();
    config.put("job", "trades");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", trades());
    config.put("alerts.topic", alerts(job));
    config.put("indicators.topic", candles(job));
    config.put("dead.letters.topic", deadLetters(job));
    config.put("starting.offsets", "earliest");
    config.put("indicators", "level");
    config.put("indicator.level.type", "threshold");
    config.put("indicator.level.level", "105");
    return config;
  }

  String alerts(String job) {
    return prefix + job + "-alerts";
  }

  String candles(String job) {
    return prefix + job + "-candles";
  }

  String deadLetters(String job) {
    return prefix + job + "-dead";
  }

  long count(String topic) {
    return broker.count(List.of(topic));
  }

  /** The values by event_id; what was written again has to be the same. */
  Map<String, String> values(String topic) {
    Map<String, String> values = new TreeMap<>();
    for (ConsumerRecord<String, String> record : broker.read(List.of(topic))) {
      String id = TripTopics.json(record.value()).get("event_id").textValue();
      String before = values.put(id, record.value());
      if (before != null && !before.equals(record.value())) {
        throw new AssertionError(id + " came as " + before + " and as " + record.value());
      }
    }
    return values;
  }

  private String trades() {
    return prefix + "trades";
  }
}
