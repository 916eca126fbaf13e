package io.bellwether.analyzer;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** A query and what can be seen of it from outside. */
final class WatchedQuery {
  private static final long LOOK_AGAIN_MS = 10;
  private final StreamingQuery query;
  private final Progress progress;
  private final boolean continuous;

  WatchedQuery(StreamingQuery query, Progress progress, boolean continuous) {
    this.query = query;
    this.progress = progress;
    this.continuous = continuous;
  }

  /**
   * Returns once the query has fixed where it reads from, so that whatever is written from now on
   * is read: when its first trigger is over. Continuous mode reports no trigger; there it is when
   * the one job has begun that reads for good.
   */
  void awaitActive() throws StreamingQueryException {
    boolean begun = false;
    boolean active = false;
    while (!active && !query.awaitTermination(LOOK_AGAIN_MS)) {
      boolean triggered = query.status().isTriggerActive();
      active = progress.batches() > 0 || (continuous ? hasJob() : begun && !triggered);
      begun |= triggered;
    }
  }

  // Spark puts the jobs of a query into a group named after its run.
  private boolean hasJob() {
    String group = query.runId().toString();
    SparkContext context = query.sparkSession().sparkContext();
    return context.statusTracker().getJobIdsForGroup(group).length > 0;
  }

  void awaitEnd() throws StreamingQueryException {
    query.awaitTermination();
  }

  /** Lets a batch under way end, if it does in time: what is not cut short is not repeated. */
  void stopBetweenBatches(Duration atMost) throws TimeoutException, StreamingQueryException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long batches = progress.batches();
    while (!continuous
        && query.status().isTriggerActive()
        && progress.batches() == batches
        && System.nanoTime() < deadline
        && !query.awaitTermination(LOOK_AGAIN_MS)) {
      // The conditions say it all.
    }
    query.stop();
  }
}
