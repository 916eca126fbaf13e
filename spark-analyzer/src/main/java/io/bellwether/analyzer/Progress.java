package io.bellwether.analyzer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a query does, at most a line every few seconds, and counts its batches. */
final class Progress extends StreamingQueryListener {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private final AtomicLong all = new AtomicLong();
  private long lastLine = System.nanoTime() - BETWEEN_LINES.toNanos();
  private long rows;
  private long batches;

  /** Batches so far. Continuous mode reports none. */
  long batches() {
    return all.get();
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {
    LOG.info("Query {} started, run {}", event.name(), event.runId());
  }

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    StreamingQueryProgress progress = event.progress();
    rows += progress.numInputRows();
    batches++;
    all.incrementAndGet();
    long now = System.nanoTime();
    if (rows > 0 && now - lastLine >= BETWEEN_LINES.toNanos()) {
      LOG.info(
          "{} records in {} batches; batch {} took {} ms",
          rows,
          batches,
          progress.batchId(),
          progress.durationMs().getOrDefault("triggerExecution", 0L));
      lastLine = now;
      rows = 0;
      batches = 0;
    }
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {
    if (rows > 0) {
      LOG.info("{} records in {} batches, the last ones", rows, batches);
    }
    LOG.info("Query ended, run {}", event.runId());
  }
}
