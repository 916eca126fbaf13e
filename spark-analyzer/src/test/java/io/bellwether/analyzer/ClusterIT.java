package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.trades.AllAtOnce;
import io.bellwether.analyzer.trips.SomeTrips;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs on a standalone cluster that loses a worker and its executor in the middle. More
 * messages with {@code -Dbellwether.cluster.messages}, trips too with {@code
 * -Dbellwether.cluster=long}.
 */
class ClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MESSAGES = Integer.getInteger("bellwether.cluster.messages", 3_000);
  private static final int A_BATCH = MESSAGES / 10;
  private static final int TRADES_PER_MARKET = MESSAGES / 10;
  private static final int TRIPS = 3_000;
  private static final int SIGTERM = 128 + 15;

  @TempDir static Path machines;
  private static SparkDownload spark;
  private static SparkCluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    spark = SparkDownload.into(machines);
    cluster = SparkCluster.start(machines, spark);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void replaceWhatWasKilled() throws Exception {
    cluster.complete();
  }

  @Test
  void everyMessageComesToItsTopic() throws Exception {
    TestTopics topics = new TestTopics(2);
    topics.send(messages(topics.input()));
    Map<String, String> config = topics.config();
    config.put("max.offsets.per.trigger", "" + A_BATCH);
    SubmittedJob job = cluster.job(folder, config);

    Process driver = job.start("driver", "trigger=micro-batch");
    try {
      awaitWhile(driver, job, () -> topics.written() >= A_BATCH);
      cluster.killWorker();
      assertThat(topics.written()).as("written before the kill").isLessThan(MESSAGES);
      awaitWhile(driver, job, () -> outcomes(topics).size() == MESSAGES);
    } finally {
      driver.destroy();
    }
    awaitEnd(driver, job, SIGTERM);

    Map<String, String> outcomes = outcomes(topics);
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(outcomes).containsEntry("e" + i, good(i) ? "positive" : "negative");
    }
    long repeated = topics.written() - MESSAGES;
    System.out.println(MESSAGES + " messages, " + repeated + " of them again after the kill");
    assertThat(repeated).isBetween(0L, (long) A_BATCH);
    assertThat(cluster.executors())
        .contains("bellwether-analyzer-")
        .contains("spark-sql-kafka-0-10_2.12-");
  }

  @Test
  void alertsAndCandlesAreThoseOfAllTradesAtOnce() throws Exception {
    MarketTrades trades = new MarketTrades(TRADES_PER_MARKET);
    SubmittedJob job = cluster.job(folder, trades.config());

    killInTheMiddleOfTheWhole(job, MESSAGES / 15);

    AllAtOnce expected = trades.expected();
    assertThat(expected.alerts()).isNotEmpty();
    assertThat(trades.values(trades.alerts())).isEqualTo(expected.alerts());
    assertThat(trades.values(trades.candles())).isEqualTo(expected.candles());
    assertThat(trades.values(trades.deadLetters())).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "bellwether.cluster", matches = "long")
  void statisticsOfTripsAreExact() throws Exception {
    TripTopics topics = new TripTopics();
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, TRIPS);
    topics.send(july.records(topics.input()));
    SubmittedJob job = cluster.job(folder, topics.config());

    killInTheMiddleOfTheWhole(job, TRIPS / 15);

    assertThat(topics.counted()).isEqualTo(TRIPS);
    String files = july.write(folder).toString();
    assertThat(topics.newest()).isEqualTo(BatchTrips.statistics(job.file(), files));
  }

  /** The job reads all there is in several batches, and ends; a worker does so after the third. */
  private void killInTheMiddleOfTheWhole(SubmittedJob job, int batch) throws Exception {
    Process driver =
        job.start("driver", "trigger=available-now", "max.offsets.per.trigger=" + batch);
    awaitWhile(driver, job, () -> Files.exists(folder.resolve("checkpoint/commits/2")));
    cluster.killWorker();
    awaitEnd(driver, job, 0);
    assertStateWasReadAgain();
  }

  /** The executor that is left has found the other one's state in the checkpoint. */
  private void assertStateWasReadAgain() throws Exception {
    assertThat(cluster.executors())
        .containsPattern(
            "Read (delta|snapshot) file for version ([3-9]|\\d\\d) .*" + folder.getFileName());
  }

  private static void awaitWhile(Process driver, SubmittedJob job, Callable<Boolean> holds) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(driver.isAlive()).as(job.err("driver")).isTrue())
        .until(holds);
  }

  private static void awaitEnd(Process driver, SubmittedJob job, int code) throws Exception {
    assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(driver.exitValue()).as(job.err("driver")).isEqualTo(code);
    assertThat(job.err("driver")).contains("Lost executor");
  }

  private static List<ProducerRecord<String, String>> messages(String topic) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      String text = good(i) ? "It works, thanks" : "This is terrible, it never works";
      String value = "{\"event_id\":\"e%d\",\"text\":\"%s\"}".formatted(i, text);
      messages.add(new ProducerRecord<>(topic, "e" + i, value));
    }
    return messages;
  }

  private static boolean good(int message) {
    return message % 3 == 0;
  }

  /** By event_id; a message that came again must have come to the same topic. */
  private static Map<String, String> outcomes(TestTopics topics) {
    Map<String, String> outcomes = new HashMap<>();
    for (ConsumerRecord<String, String> record : topics.outputs()) {
      String id = TripTopics.json(record.value()).get("event_id").textValue();
      String before = outcomes.put(id, topics.outcome(record));
      assertThat(before).isIn(null, topics.outcome(record));
    }
    return outcomes;
  }
}
