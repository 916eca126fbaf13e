package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.JobKind;

/** The kind of job that scores what people say. */
public final class Feedback implements JobKind {
  @Override
  public JobKeys keys() {
    return new FeedbackKeys();
  }

  @Override
  public Job open(AnalyzerConfig config) {
    return new FeedbackJob(new FeedbackConfig(config));
  }
}
