package io.bellwether.analyzer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a query does, at most a line every few seconds, and knows when it first did. */
final class Progress extends StreamingQueryListener {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private final CountDownLatch active = new CountDownLatch(1);
  private long lastLine = System.nanoTime() - BETWEEN_LINES.toNanos();
  private long rows;
  private long batches;

  /** Waits until the query knows where to read, or has ended; false if neither came in time. */
  boolean awaitActive(Duration atMost) throws InterruptedException {
    return active.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
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
    active.countDown();
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {
    if (rows > 0) {
      LOG.info("{} records in {} batches, the last ones", rows, batches);
    }
    LOG.info("Query ended, run {}", event.runId());
    active.countDown();
  }
}
