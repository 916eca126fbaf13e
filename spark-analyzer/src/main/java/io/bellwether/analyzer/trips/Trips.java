package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.job.BatchRun;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.JobKind;
import java.util.Optional;

/** The kind of job that counts and watches the trips of a bike share. */
public final class Trips implements JobKind {
  @Override
  public JobKeys keys() {
    return new TripsKeys();
  }

  @Override
  public Job open(AnalyzerConfig config) {
    return new TripsJob(new TripsConfig(config));
  }

  @Override
  public Optional<BatchRun> batch(AnalyzerConfig config) {
    TripsConfig trips = new TripsConfig(config);
    return trips.input() == Input.STREAM ? Optional.empty() : Optional.of(new TripsBatch(trips));
  }
}
