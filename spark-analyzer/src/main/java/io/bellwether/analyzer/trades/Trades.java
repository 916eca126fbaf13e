package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.JobKind;

/** The kind of job that watches markets. */
public final class Trades implements JobKind {
  @Override
  public JobKeys keys() {
    return new TradesKeys();
  }

  @Override
  public Job open(AnalyzerConfig config) {
    return new TradesJob(new TradesConfig(config));
  }
}
