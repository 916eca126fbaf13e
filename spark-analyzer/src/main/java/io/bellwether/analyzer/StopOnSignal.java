package io.bellwether.analyzer;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a query when the JVM is told to end (SIGTERM, Ctrl-C), before Spark takes itself down:
 * Spark's own shutdown hook is registered in the same place with a lower priority.
 */
final class StopOnSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);
  private static final int BEFORE_SPARK = 1000;

  /** Hadoop gives a hook 30 s by default. */
  private static final Duration LAST_BATCH = Duration.ofSeconds(10);

  private final WatchedQuery query;
  private final Runnable hook = this::stop;
  private boolean ended;

  private StopOnSignal(WatchedQuery query) {
    this.query = query;
  }

  static StopOnSignal of(WatchedQuery query) {
    StopOnSignal stop = new StopOnSignal(query);
    ShutdownHookManager.get().addShutdownHook(stop.hook, BEFORE_SPARK);
    return stop;
  }

  private synchronized void stop() {
    if (ended) {
      return;
    }
    try {
      LOG.info("Stopping the query");
      query.stopBetweenBatches(LAST_BATCH);
    } catch (TimeoutException | StreamingQueryException e) {
      LOG.warn("The query did not stop well; its last batch will be repeated", e);
    }
  }

  /** The query has ended. Waits for a stop under way, so that Spark outlives it. */
  synchronized void forget() {
    ended = true;
    ShutdownHookManager hooks = ShutdownHookManager.get();
    if (!hooks.isShutdownInProgress()) {
      hooks.removeShutdownHook(hook);
    }
  }
}
