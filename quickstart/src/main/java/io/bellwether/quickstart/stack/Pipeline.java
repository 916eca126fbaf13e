package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Watch;

/** Connect with its connectors, and the analyzer, at work on a broker. */
public final class Pipeline implements AutoCloseable {
  private final Watch watch;
  private final Connect connect;
  private final Child analyzer;

  private Pipeline(Watch watch, Connect connect, Child analyzer) {
    this.watch = watch;
    this.connect = connect;
    this.analyzer = analyzer;
  }

  /** Starts both side by side; returns before they are ready. */
  public static Pipeline start(Setting setting, Watch watch) {
    Analyzer job = new Analyzer(setting);
    return new Pipeline(watch, Connect.start(setting, watch), watch.over(job.start()));
  }

  /** Waits until everything runs. */
  public void awaitReady() throws InterruptedException {
    connect.awaitReady();
    Analyzer.awaitReady(analyzer, watch);
  }

  public Connect connect() {
    return connect;
  }

  public Child analyzer() {
    return analyzer;
  }

  /** Stops both, side by side. */
  @Override
  public void close() {
    watch.release(analyzer);
    connect.worker().terminate();
    analyzer.close();
    connect.close();
  }
}
