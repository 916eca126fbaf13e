package io.bellwether.analyzer;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.ConfigCheck;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.feedback.Feedback;
import io.bellwether.analyzer.job.BatchRun;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.JobKind;
import io.bellwether.analyzer.trades.Trades;
import io.bellwether.analyzer.trips.Trips;
import java.util.List;
import java.util.Optional;

/** The kinds of job there are. A further one is a package of its own and a line here. */
final class Jobs {
  /** The first is the one of a configuration that names none. */
  private static final List<JobKind> KINDS = List.of(new Feedback(), new Trades(), new Trips());

  private Jobs() {}

  static List<JobKeys> keys() {
    return KINDS.stream().map(JobKind::keys).toList();
  }

  /**
   * @throws FaultyConfigException with all faults that show without brokers and without Spark
   */
  static AnalyzerConfig check(JobFile file) throws FaultyConfigException {
    return ConfigCheck.check(file, keys());
  }

  /** The job of a configuration that {@link #check} has let through. */
  static Job open(AnalyzerConfig config) {
    return kind(config).open(config);
  }

  /** What it runs instead of a stream, if so. */
  static Optional<BatchRun> batch(AnalyzerConfig config) {
    return kind(config).batch(config);
  }

  private static JobKind kind(AnalyzerConfig config) {
    return KINDS.stream()
        .filter(kind -> kind.keys().job().equals(config.job()))
        .findFirst()
        .orElseThrow();
  }
}
