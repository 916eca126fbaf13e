package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.metrics.QueryMetrics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a query, as an operator reads them over JMX. */
class QueryMetricsTest {
  private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path checkpoint;
  private final TestTopics topics = new TestTopics(2);

  @Test
  void theyTellOfBatchesOfWhatWasWrittenWhereAndOfWhatIsStillToBeRead() throws Exception {
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String text = i % 3 == 0 ? "I hate this, it is awful" : " ";
      String value = "{\"event_id\":\"e%d:0\",\"text\":\"%s\"}".formatted(i, text);
      records.add(new ProducerRecord<>(topics.input(), i % 2, "e" + i, value));
    }
    topics.send(records);
    topics.send("left-out", "{\"event_id\":\"x:0\",\"text\":\"left out\"}");

    run(Map.of("trigger", "available-now", "max.offsets.per.trigger", "8"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(metric("input-rows-total")).isEqualTo(31));
    assertThat(metric("batches-total")).isBetween(4.0, 8.0);
    assertThat(written("negative")).isEqualTo(10);
    assertThat(written("unscored")).isEqualTo(20);
    assertThat(written("positive")).isZero();
    assertThat(metric("records-filtered-total")).isEqualTo(1);
    assertThat(metric("records-duplicate-total")).isZero();
    assertThat(metric("batch-milliseconds")).isPositive();
    assertThat(metric("trigger-interval-milliseconds")).isZero();
    assertThat(metric("processed-rows-per-second")).isPositive();
    assertThat(metric("input-rows-per-second")).isNotNegative();
    assertThat(metric("records-behind")).isZero();
    assertThat(metric("state-rows")).isZero();
    assertThat(metric("state-bytes")).isZero();
    assertThat(metric("seconds-since-last-trigger")).isBetween(0.0, 60.0);
  }

  private void run(Map<String, String> more) throws Exception {
    Map<String, String> given = new TreeMap<>(topics.config());
    given.put("checkpoint.location", checkpoint.toString());
    given.put("filter.when", "text NOT LIKE 'left%'");
    given.putAll(more);
    AnalyzerConfig config = Jobs.check(new JobFile(topics.input(), given));
    SparkSession spark = TestSpark.session();
    QueryMetrics.publish(spark, config, InstantSource.system());
    StreamingQuery query = Jobs.open(config).start(spark);
    query.awaitTermination();
  }

  private double written(String outcome) {
    return metric("records-written-total." + topics.output(outcome));
  }

  private static double metric(String name) {
    try {
      ObjectName bean =
          new ObjectName("metrics:name=tests.driver.bellwether." + name + ",type=gauges");
      return ((Number) JMX.getAttribute(bean, "Value")).doubleValue();
    } catch (JMException e) {
      throw new AssertionError("No metric " + name, e);
    }
  }
}
