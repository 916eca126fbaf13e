package io.bellwether.analyzer.job;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** One configured job. */
public interface Job {
  /** What can be checked only with Spark at hand, each fault with key, reason and remedy. */
  List<String> faults(SparkSession spark);

  /**
   * Sends made-up records through the whole plan, to nowhere. The first real one would otherwise
   * wait seconds until Spark has generated its code and the JVM has loaded it.
   */
  void warmUp(SparkSession spark);

  /** Starts the query; it runs until it is stopped, fails, or has read what there is. */
  StreamingQuery start(SparkSession spark) throws TimeoutException;
}
