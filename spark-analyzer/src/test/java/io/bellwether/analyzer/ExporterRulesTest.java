package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.metrics.QueryMetrics;
import io.bellwether.testmonitoring.Monitoring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beans of jobs through {@code deploy/monitoring/spark.yml} and the real exporter. */
class ExporterRulesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(1);

  @Test
  void prometheusIsToldAllThatTheDashboardAndTheAlertsAskOfJobs() throws Exception {
    topics.send("e", "{\"event_id\":\"e:0\",\"text\":\"I hate this, it is awful\"}");
    run("feedback", topics.config());
    run("trades", tradesConfig());

    Set<String> used =
        Monitoring.used().stream()
            .filter(name -> name.startsWith("bellwether_job_"))
            .collect(Collectors.toSet());
    assertThat(used).hasSizeGreaterThan(15);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Monitoring.exposition("spark.yml"))
                    .contains(
                        "bellwether_job_records_written_total{app=\"tests\",executor=\"driver\",topic=\""
                            + topics.output("negative")
                            + "\"} 1.0"));
    String exposition = Monitoring.exposition("spark.yml");
    assertThat(exposition).contains("jmx_scrape_error 0.0", "# TYPE bellwether_job_batches_total");
    assertThat(Monitoring.names(exposition)).containsAll(used);
    for (String name : used) {
      assertThat(exposition).contains(name + "{app=\"tests\",executor=\"driver\"");
    }
  }

  private void run(String name, Map<String, String> given) throws Exception {
    Map<String, String> config = new TreeMap<>(given);
    config.put("checkpoint.location", folder.resolve(name).toString());
    config.put("trigger", "available-now");
    AnalyzerConfig checked = Jobs.check(new JobFile(name, config));
    SparkSession spark = TestSpark.session();
    QueryMetrics.publish(spark, checked, InstantSource.system());
    Jobs.open(checked).start(spark).awaitTermination();
  }

  private Map<String, String> tradesConfig() {
    String prefix = topics.input() + "-";
    TestBroker broker = TestBroker.shared();
    broker.createTopics(
        1, Stream.of("trades", "alerts", "indicators", "dead").map(prefix::concat).toList());
    Map<String, String> config = new HashMap<>();
    config.put("job", "trades");
    config.put("kafka.bootstrap.servers", broker.bootstrap());
    config.put("starting.offsets", "earliest");
    config.put("topics", prefix + "trades");
    config.put("alerts.topic", prefix + "alerts");
    config.put("indicators.topic", prefix + "indicators");
    config.put("dead.letters.topic", prefix + "dead");
    return config;
  }
}
