package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Test;

/** The trades job against a real broker. */
class TradesPipelineTest extends TradesCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
}
