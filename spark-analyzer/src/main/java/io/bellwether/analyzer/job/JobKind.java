package io.bellwether.analyzer.job;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobKeys;

/** A kind of job: what can be configured, and how a job is made of a configuration. */
public interface JobKind {
  JobKeys keys();

  /** The job of a checked configuration; touches neither Spark nor Kafka yet. */
  Job open(AnalyzerConfig config);
}
