package io.bellwether.analyzer;

import io.bellwether.analyzer.config.AnalyzerKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Continuous mode holds a core for each partition. With fewer cores Spark starts, waits for the
 * missing ones without a word, and writes nothing: hence a check.
 */
final class Cores {
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d+|\\*)(?:,\\s*\\d+)?])?");

  /** A cluster's executors come one after the other, seconds after the driver has started. */
  private static final Duration FOR_EXECUTORS = Duration.ofSeconds(30);

  private Cores() {}

  static Optional<String> fault(SparkSession spark, int partitions) {
    int cores = available(spark, partitions);
    if (partitions <= cores) {
      return Optional.empty();
    }
    return Optional.of(
        AnalyzerKeys.TRIGGER
            + ": continuous needs a core for each partition of '"
            + AnalyzerKeys.TOPICS
            + "', and there are "
            + partitions
            + " partitions but only "
            + cores
            + " cores. Give Spark more cores (--master 'local["
            + partitions
            + "]', or more executors), or use trigger=micro-batch.");
  }

  private static int available(SparkSession spark, int wanted) {
    SparkConf conf = spark.sparkContext().getConf();
    Matcher local = LOCAL.matcher(conf.get("spark.master"));
    if (local.matches()) {
      String cores = Optional.ofNullable(local.group(1)).orElse("1");
      return cores.equals("*")
          ? Runtime.getRuntime().availableProcessors()
          : Integer.parseInt(cores);
    }
    int executors = conf.getInt("spark.executor.instances", 0);
    return executors > 0
        ? executors * conf.getInt("spark.executor.cores", 1)
        : ExecutorCores.await(spark.sparkContext(), wanted, FOR_EXECUTORS);
  }
}
