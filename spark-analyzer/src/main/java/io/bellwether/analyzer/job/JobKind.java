package io.bellwether.analyzer.job;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobKeys;
import java.util.Optional;

/** A kind of job: what can be configured, and how a job is made of a configuration. */
public interface JobKind {
  JobKeys keys();

  /** The job of a checked configuration; touches neither Spark nor Kafka yet. */
  Job open(AnalyzerConfig config);

  /** Where the configuration asks for no stream: what runs over all there is and ends. */
  default Optional<BatchRun> batch(AnalyzerConfig config) {
    return Optional.empty();
  }
}
