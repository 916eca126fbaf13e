package io.bellwether.analyzer.metrics;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * What a query's driver knows of its batches, since it started. Continuous mode reports no batches:
 * there is none of this there.
 */
public final class QueryMetrics extends StreamingQueryListener {
  private final InstantSource clock;
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final Map<String, AtomicLong> written = new LinkedHashMap<>();
  private volatile Latest latest = new Latest(0, 0, 0, 0, 0, 0);
  private volatile Instant lastTrigger;

  /** Of the last batch that read something. */
  private record Latest(
      long milliseconds,
      double inputRate,
      double processedRate,
      long behind,
      long stateRows,
      long stateBytes) {
    Latest idle() {
      return new Latest(milliseconds, 0, 0, 0, stateRows, stateBytes);
    }
  }

  private QueryMetrics(InstantSource clock) {
    this.clock = clock;
    this.lastTrigger = clock.instant();
  }

  /** Publishes the metrics of the query that this session is about to start. */
  public static void publish(SparkSession spark, AnalyzerConfig config, InstantSource clock) {
    if (config.trigger() == Trigger.CONTINUOUS) {
      return;
    }
    QueryMetrics metrics = new QueryMetrics(clock);
    metrics.publish(config);
    spark.streams().addListener(metrics);
  }

  private void publish(AnalyzerConfig config) {
    JobMetrics.gauge("batches-total", batches::get);
    JobMetrics.gauge("input-rows-total", rows::get);
    JobMetrics.gauge("input-rows-per-second", () -> latest.inputRate());
    JobMetrics.gauge("processed-rows-per-second", () -> latest.processedRate());
    JobMetrics.gauge("batch-milliseconds", () -> latest.milliseconds());
    long interval = config.triggerInterval().toMillis();
    JobMetrics.gauge("trigger-interval-milliseconds", () -> interval);
    JobMetrics.gauge("records-behind", () -> latest.behind());
    JobMetrics.gauge("state-rows", () -> latest.stateRows());
    JobMetrics.gauge("state-bytes", () -> latest.stateBytes());
    JobMetrics.gauge(
        "seconds-since-last-trigger",
        () -> Duration.between(lastTrigger, clock.instant()).toSeconds());
    for (String topic : config.outputs().values()) {
      AtomicLong count = written.computeIfAbsent(topic, any -> new AtomicLong());
      JobMetrics.gauge("records-written-total." + topic, count::get);
    }
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {
    lastTrigger = clock.instant();
  }

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    StreamingQueryProgress progress = event.progress();
    batches.incrementAndGet();
    rows.addAndGet(progress.numInputRows());
    StateOperatorProgress[] states = progress.stateOperators();
    latest =
        new Latest(
            progress.durationMs().getOrDefault("triggerExecution", 0L),
            finite(progress.inputRowsPerSecond()),
            finite(progress.processedRowsPerSecond()),
            Arrays.stream(progress.sources()).mapToLong(Backlog::of).sum(),
            Arrays.stream(states).mapToLong(StateOperatorProgress::numRowsTotal).sum(),
            Arrays.stream(states).mapToLong(StateOperatorProgress::memoryUsedBytes).sum());
    Row counts = progress.observedMetrics().get(WrittenRecords.NAME);
    if (counts != null) {
      written.forEach((topic, count) -> count.addAndGet(counts.<Long>getAs(topic)));
    }
    lastTrigger = clock.instant();
  }

  /** A trigger found nothing to read: Spark says so every ten seconds. */
  @Override
  public void onQueryIdle(QueryIdleEvent event) {
    latest = latest.idle();
    lastTrigger = clock.instant();
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {}

  private static double finite(double rate) {
    return Double.isFinite(rate) ? rate : 0;
  }
}
