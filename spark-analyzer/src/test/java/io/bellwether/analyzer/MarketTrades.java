package io.bellwether.analyzer;

import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.trades.AllAtOnce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Trades of some markets, and the topics of a job that reads them. */
final class MarketTrades {
  private static final Instant START = Instant.parse("2019-07-01T00:00:00Z");
  private static final int MARKETS = 6;
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker = TestBroker.shared();

  private final List<ProducerRecord<String, String>> records = new ArrayList<>();

  /** Each market's price goes up and down across the level, each at another pace. */
  MarketTrades(int perMarket) {
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
        records.add(new ProducerRecord<>(trades(), "kraken:" + name, value));
      }
    }
    broker.createTopics(2, List.of(trades(), alerts(), candles(), deadLetters()));
    broker.send(records);
  }

  /** What a job with that configuration has to write. */
  AllAtOnce expected() throws FaultyConfigException {
    Map<String, String> config = new HashMap<>(config());
    config.put("checkpoint.location", "/not/used");
    return AllAtOnce.of(
        Jobs.check(new JobFile("t", config)), records.stream().map(ProducerRecord::value).toList());
  }

  /** A configuration of a job that reads them. */
  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("job", "trades");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", trades());
    config.put("alerts.topic", alerts());
    config.put("indicators.topic", candles());
    config.put("dead.letters.topic", deadLetters());
    config.put("starting.offsets", "earliest");
    config.put("indicators", "level");
    config.put("indicator.level.type", "threshold");
    config.put("indicator.level.level", "105");
    return config;
  }

  String alerts() {
    return prefix + "alerts";
  }

  String candles() {
    return prefix + "candles";
  }

  String deadLetters() {
    return prefix + "dead";
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
