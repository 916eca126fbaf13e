package io.bellwether.analyzer;

import io.bellwether.analyzer.checkpoint.CheckpointDefaults;
import io.bellwether.analyzer.config.AnalyzerConfig;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark's settings for a job like this one, wherever its user has set nothing else. */
final class SparkDefaults {
  private static final String MASTER = "spark.master";

  private static final Map<String, String> ALWAYS =
      Map.of(
          // Small state, little data: 200 partitions would make a batch 20 times slower. It is
          // fixed in the checkpoint when a job with state first starts.
          "spark.sql.shuffle.partitions", "2",
          "spark.sql.session.timeZone", "UTC",
          // A predicate over odd values is null, and does not stop the job.
          "spark.sql.ansi.enabled", "false",
          // Names by which metrics can be found again after a restart, and a place to read them.
          "spark.metrics.namespace", "${spark.app.name}",
          "spark.metrics.conf.*.sink.jmx.class", "org.apache.spark.metrics.sink.JmxSink",
          // Query plans hold the options of the Kafka source and sink.
          "spark.redaction.regex",
              "(?i)secret|password|token|access[.]?key|credential|jaas|sasl|ssl[.]key",
          "spark.sql.redaction.options.regex",
              "(?i)url|secret|password|token|credential|jaas|sasl|ssl[.]key");

  /** On one machine nothing needs to be reachable from others, and what is shuffled stays. */
  private static final Map<String, String> LOCAL =
      Map.of(
          "spark.ui.enabled", "false",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.shuffle.compress", "false");

  private SparkDefaults() {}

  /** What is given on the command line wins, then the job's file, then these. */
  static SparkSession session(AnalyzerConfig config) {
    SparkConf conf = new SparkConf();
    config.sparkSettings().forEach(conf::setIfMissing);
    conf.setIfMissing(MASTER, "local[*]");
    conf.setIfMissing("spark.app.name", config.name());
    ALWAYS.forEach(conf::setIfMissing);
    checkpoint(config, conf).forEach(conf::setIfMissing);
    if (conf.get(MASTER).startsWith("local")) {
      LOCAL.forEach(conf::setIfMissing);
    }
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static Map<String, String> checkpoint(AnalyzerConfig config, SparkConf conf) {
    Optional<String> defaultFileSystem =
        Optional.ofNullable(conf.get("spark.hadoop.fs.defaultFS", null));
    return config
        .checkpoint()
        .map(place -> CheckpointDefaults.of(place, defaultFileSystem))
        .orElse(Map.of());
  }
}
