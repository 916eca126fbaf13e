package io.bellwether.analyzer.job;

import io.bellwether.analyzer.config.FaultyConfigException;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.sql.SparkSession;

/** A job that runs over what there is, once, and keeps no position. */
public interface BatchRun {
  /**
   * Returns when all is written.
   *
   * @param out for what the user is told
   * @throws FaultyConfigException if what it shall read is not there
   */
  void run(SparkSession spark, PrintStream out) throws IOException, FaultyConfigException;
}
