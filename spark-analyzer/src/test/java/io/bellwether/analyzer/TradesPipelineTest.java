package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.trades.training.Market;
import io.bellwether.analyzer.trades.training.TrainTrades;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trades job against a real broker. */
class TradesPipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant START = Instant.parse("2019-07-01T00:00:00Z");

  @TempDir Path folder;
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final TestBroker broker = TestBroker.shared();

  @BeforeEach
  void createTopics() {
    broker.createTopics(
        2, Stream.of("trades", "alerts", "indicators", "dead").map(name -> prefix + name).toList());
  }

  @Test
  void whatIsNoTradeGoesAsideAndNothingStopsTheJob() throws Exception {
    send("k", "nonsense");
    send("k", null);
    send("k", "x".repeat(50_000));
    send("k".repeat(2_000), trade("kraken", 0, "NaN"));
    send(hour("kraken", 0, 130));
    // A page that a source sent twice.
    send(hour("kraken", 100, 20));

    start(Map.of("trigger", "available-now")).awaitTermination();

    List<JsonNode> dead = values("dead");
    assertThat(dead).hasSize(4);
    assertThat(dead).allSatisfy(one -> assertThat(one.get("reason").textValue()).isNotBlank());
    assertThat(dead)
        .extracting(one -> one.get("event_id").textValue())
        .allMatch(id -> id.startsWith(prefix + "trades:"))
        .doesNotHaveDuplicates();
    assertThat(dead)
        .filteredOn(one -> one.get("truncated").booleanValue())
        .singleElement()
        .satisfies(one -> assertThat(one.get("value").textValue()).hasSize(10_000));
    List<JsonNode> minutes =
        values("indicators").stream()
            .filter(one -> one.get("window").textValue().equals("1m"))
            .toList();
    // A trade every 30 seconds, 130 of them: the last window is not over.
    assertThat(minutes)
        .hasSize(64)
        .allSatisfy(one -> assertThat(one.get("count").textValue()).isEqualTo("2"));
    assertThat(minutes)
        .extracting(one -> one.get("event_id").textValue())
        .doesNotHaveDuplicates()
        .contains("candle:kraken:BTC/USD:1m:2019-07-01T00:00:00Z:2");
    JsonNode hour =
        values("indicators").stream()
            .filter(one -> one.get("window").textValue().equals("1h"))
            .findFirst()
            .orElseThrow();
    assertThat(hour.get("count").textValue()).isEqualTo("120");
    assertThat(hour.get("repeated_total").intValue()).isEqualTo(20);
    // 120 prices 100.00, 100.01, ... 101.19, each with the same volume.
    assertThat(new BigDecimal(hour.get("vwap").textValue())).isEqualByComparingTo("100.595");
  }

  @Test
  void aRestartRepeatsNoAlertAndForgetsNothing() throws Exception {
    Map<String, String> job =
        Map.of(
            "trigger", "available-now",
            "max.offsets.per.trigger", "37",
            "indicators", "record,level",
            "indicator.record.type", "extreme",
            "indicator.record.settle.minutes", "10",
            "indicator.record.quiet.minutes", "5",
            "indicator.level.type", "threshold",
            "indicator.level.level", "100.9");
    send(hour("kraken", 0, 60));
    send(hour("binance", 0, 60));
    start(job).awaitTermination();
    List<String> before = eventIds("alerts");
    assertThat(before).isNotEmpty().doesNotHaveDuplicates();
    start(job).awaitTermination();
    assertThat(eventIds("alerts")).isEqualTo(before);

    send(hour("kraken", 60, 60));
    // The source sends what it has already sent.
    send(hour("binance", 50, 70));
    start(job).awaitTermination();

    List<String> all = eventIds("alerts");
    assertThat(all).doesNotHaveDuplicates();
    assertThat(all).filteredOn(id -> id.startsWith("alert:level:up:")).hasSize(2);
    List<String> highs = all.stream().filter(id -> id.startsWith("alert:record:high:")).toList();
    // One every five minutes from the tenth minute on, in an hour of rising prices, twice.
    assertThat(highs).hasSize(20);
  }

  /** As after a kill between the writing of a batch and the note that it was written. */
  @Test
  void aBatchThatIsRepeatedRepeatsItsIdsAndValues() throws Exception {
    Map<String, String> job =
        Map.of(
            "trigger", "available-now",
            "indicators", "trip,record",
            "indicator.trip.type", "round-trip",
            "indicator.record.type", "extreme",
            "indicator.record.settle.minutes", "0",
            "indicator.record.quiet.minutes", "1");
    List<ProducerRecord<String, String>> both = new ArrayList<>(hour("kraken", 0, 60));
    for (int i = 0; i < 60; i++) {
      both.add(i * 2, record("binance", i * 30, i % 7 == 0 ? "90" : "100.3"));
    }
    send(both.subList(0, 60));
    start(job).awaitTermination();
    send(both.subList(60, 120));
    start(job).awaitTermination();
    List<String> first = sorted("alerts");
    List<String> candles = sorted("indicators");

    Path commits = folder.resolve("checkpoint").resolve("commits");
    try (Stream<Path> files = Files.list(commits)) {
      for (Path last :
          files.filter(file -> file.getFileName().toString().matches("\\.?1(\\.crc)?")).toList()) {
        Files.delete(last);
      }
    }
    start(job).awaitTermination();

    assertThat(first).hasSizeGreaterThan(20);
    assertThat(sorted("alerts")).hasSizeGreaterThan(first.size());
    assertThat(sorted("alerts").stream().distinct()).isEqualTo(first);
    assertThat(sorted("indicators").stream().distinct()).isEqualTo(candles);
  }

  @Test
  void liveTradesAreAnsweredAndOldOnesRaiseNoAlert() throws Exception {
    send(hour("kraken", 0, 120));
    Map<String, String> job =
        Map.of(
            "trigger", "micro-batch",
            "alerts.max.age.minutes", "10",
            "indicators", "record",
            "indicator.record.type", "extreme");
    StreamingQuery query = start(job);
    try {
      await().atMost(PATIENCE).until(() -> values("indicators").size() >= 59);
      String now = Instant.now().toString();
      send("kraken:BTC/USD", trade("kraken", "now", now, "5000"));
      await().atMost(PATIENCE).until(() -> !values("alerts").isEmpty());
    } finally {
      query.stop();
    }
    assertThat(values("alerts"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("text").textValue())
                  .isEqualTo(
                      "BTC/USD on Kraken: 5,000, highest since 2019-07-01, before it was 101.19");
              assertThat(one.get("price").textValue()).isEqualTo("5000");
            });
    assertThat(broker.read(List.of(prefix + "alerts")))
        .extracting(ConsumerRecord::key)
        .containsExactly("kraken:BTC/USD");
  }

  @Test
  void aModelsProbabilityIsInCandlesAndAlerts() throws Exception {
    Path data = Market.write(folder.resolve("market.csv"), 0.8, 300, 1);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> arguments =
        List.of("data=" + data, "out=" + folder.resolve("model"), "minutes=15", "stretches=1");
    assertThat(TrainTrades.run(arguments, TestSpark.session(), out, out)).as("%s", said).isZero();
    Map<String, String> config = config();
    config.put("trigger", "available-now");
    config.put("model.location", folder.resolve("model").toString());
    config.put("indicators", "likely");
    config.put("indicator.likely.type", "probability");
    config.put("indicator.likely.at.least", "0");
    send(hour("kraken", 0, 200));

    Job job = Jobs.open(Jobs.check(new JobFile(prefix, config)));
    assertThat(job.faults(TestSpark.session())).isEmpty();
    job.warmUp(TestSpark.session());
    job.start(TestSpark.session()).awaitTermination();

    // 100 minutes are 20 candles of five; the last is open, and the first 12 are what it looks back
    // at.
    assertThat(values("indicators"))
        .filteredOn(one -> one.has("probability"))
        .hasSize(7)
        .allMatch(one -> one.get("window").textValue().equals("5m"));
    assertThat(values("alerts"))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.get("probability").doubleValue()).isBetween(0.0, 1.0);
              assertThat(one.get("text").textValue())
                  .contains("the model gives a rise of more than 0.55 % within 15 min ");
            });
  }

  @Test
  void aFolderWithoutAModelIsAFaultWithItsKey() throws Exception {
    Map<String, String> config = config();
    config.put("model.location", folder.resolve("nothing").toString());
    Job job = Jobs.open(Jobs.check(new JobFile(prefix, config)));
    assertThat(job.faults(TestSpark.session()))
        .singleElement()
        .asString()
        .startsWith("model.location: there is no model in ");
  }

  /** A trade every 30 s, each a hundredth above the one before. */
  private List<ProducerRecord<String, String>> hour(String exchange, int from, int count) {
    List<ProducerRecord<String, String>> trades = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      trades.add(record(exchange, i * 30, BigDecimal.valueOf(10_000 + i, 2).toPlainString()));
    }
    return trades;
  }

  private ProducerRecord<String, String> record(String exchange, int second, String price) {
    return new ProducerRecord<>(
        prefix + "trades", exchange + ":BTC/USD", trade(exchange, second, price));
  }

  private static String trade(String exchange, int second, String price) {
    return trade(exchange, Integer.toString(second), START.plusSeconds(second).toString(), price);
  }

  private static String trade(String exchange, String id, String at, String price) {
    return """
        {"event_id":"trade:%s:BTC/USD:%s","exchange":"%s","market":"BTC/USD","base":"BTC","quote":"USD","id":"%s",\
        "timestamp":"%s","price":"%s","volume":"0.25"}"""
        .formatted(exchange, id, exchange, id, at, price);
  }

  private void send(String key, String value) {
    send(List.of(new ProducerRecord<>(prefix + "trades", key, value)));
  }

  private void send(List<ProducerRecord<String, String>> records) {
    broker.send(records);
  }

  private StreamingQuery start(Map<String, String> more) throws Exception {
    Map<String, String> config = config();
    config.putAll(more);
    AnalyzerConfig checked = Jobs.check(new JobFile(prefix, config));
    return Jobs.open(checked).start(TestSpark.session());
  }

  private Map<String, String> config() {
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

  private List<String> sorted(String topic) {
    return broker.read(List.of(prefix + topic)).stream()
        .map(ConsumerRecord::value)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private List<String> eventIds(String topic) throws IOException {
    return values(topic).stream().map(one -> one.get("event_id").textValue()).toList();
  }

  private List<JsonNode> values(String topic) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    for (ConsumerRecord<String, String> record : broker.read(List.of(prefix + topic))) {
      values.add(JSON.readTree(record.value()));
    }
    return values;
  }
}
