package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.trips.SomeTrips;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs with state on a cluster whose worker is killed in the middle: what they write is what
 * they write without a cluster and without a kill. Only with {@code -Dbellwether.cluster=all}.
 */
@EnabledIfSystemProperty(named = "bellwether.cluster", matches = "all")
class ClusterStateIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Instant START = Instant.parse("2019-07-01T00:00:00Z");
  private static final int ROWS = 3_000;
  private static final int MARKETS = 6;
  private static final int TRADES = 400;

  @TempDir Path folder;
  private final TestBroker broker = TestBroker.shared();

  @Test
  void statisticsOfTripsAreExact() throws Exception {
    TripTopics topics = new TripTopics();
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, ROWS);
    topics.send(july.records(topics.input()));
    try (SparkCluster cluster = SparkCluster.start(folder)) {
      SubmittedJob job = SparkCluster.job(folder, cluster.address(), topics.config());
      Process driver = job.start("driver", "trigger=available-now", "max.offsets.per.trigger=200");
      await().atMost(PATIENCE).until(() -> topics.counted() > 0);
      cluster.killWorker();
      assertThat(topics.counted()).as("rows counted before the kill").isLessThan(ROWS);
      awaitEnd(job, driver);

      assertThat(topics.counted()).isEqualTo(ROWS);
      String files = july.write(folder).toString();
      assertThat(topics.newest()).isEqualTo(BatchTrips.statistics(job.file(), files));
    }
  }

  @Test
  void alertsAndCandlesOfTradesAreTheSame() throws Exception {
    broker.createTopics(
        2,
        Stream.of("c-trades", "c-alerts", "c-candles", "c-dead", "l-alerts", "l-candles", "l-dead")
            .toList());
    broker.send(trades());
    try (SparkCluster cluster = SparkCluster.start(folder)) {
      SubmittedJob job = SparkCluster.job(folder, cluster.address(), config("c"));
      Process driver = job.start("driver", "trigger=available-now", "max.offsets.per.trigger=100");
      await().atMost(PATIENCE).until(() -> broker.count(List.of("c-candles")) > 0);
      cluster.killWorker();
      awaitEnd(job, driver);
    }
    Map<String, String> alone = config("l");
    alone.put("trigger", "available-now");
    alone.put("checkpoint.location", folder.resolve("alone").toString());
    Jobs.open(Jobs.check(new JobFile("alone", alone)))
        .start(TestSpark.session())
        .awaitTermination();

    assertThat(values("l-alerts")).isNotEmpty();
    assertThat(values("c-alerts")).isEqualTo(values("l-alerts"));
    assertThat(values("c-candles")).isEqualTo(values("l-candles"));
    assertThat(values("c-dead")).isEmpty();
  }

  private static void awaitEnd(SubmittedJob job, Process driver) throws Exception {
    assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(driver.exitValue()).as(job.err("driver")).isZero();
    assertThat(job.err("driver")).contains("Lost executor");
  }

  private Map<String, String> config(String which) {
    Map<String, String> config = new HashMap<>();
    config.put("job", "trades");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("topics", "c-trades");
    config.put("alerts.topic", which + "-alerts");
    config.put("indicators.topic", which + "-candles");
    config.put("dead.letters.topic", which + "-dead");
    config.put("starting.offsets", "earliest");
    config.put("indicators", "level");
    config.put("indicator.level.type", "threshold");
    config.put("indicator.level.level", "105");
    return config;
  }

  /** Each market's price goes up and down across the level, each at another pace. */
  private static List<ProducerRecord<String, String>> trades() {
    List<ProducerRecord<String, String>> trades = new ArrayList<>();
    for (int i = 0; i < TRADES; i++) {
      for (int market = 0; market < MARKETS; market++) {
        String name = "M" + market + "/USD";
        int price = 100 + i * (market + 1) % 20;
        String value =
            """
            {"event_id":"trade:kraken:%1$s:%2$d","exchange":"kraken","market":"%1$s","base":"M%3$d",\
            "quote":"USD","id":"%2$d","timestamp":"%4$s","price":"%5$d","volume":"0.25"}\
            """
                .formatted(name, i, market, START.plusSeconds(30L * i), price);
        trades.add(new ProducerRecord<>("c-trades", "kraken:" + name, value));
      }
    }
    return trades;
  }

  /** By event_id, so that what was written again counts once. */
  private Map<String, String> values(String topic) {
    Map<String, String> values = new TreeMap<>();
    for (ConsumerRecord<String, String> record : broker.read(List.of(topic))) {
      String id = TripTopics.json(record.value()).get("event_id").textValue();
      String before = values.put(id, record.value());
      assertThat(before == null || before.equals(record.value())).as(record.value()).isTrue();
    }
    return values;
  }
}
