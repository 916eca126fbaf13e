package io.bellwether.analyzer;

import java.util.concurrent.TimeoutException;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a query when the JVM is told to end (SIGTERM, Ctrl-C), before Spark takes itself down:
 * Spark's own shutdown hook is registered in the same place with a lower priority.
 */
final class StopOnSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);
  private static final int BEFORE_SPARK = 1000;
  private final Runnable hook;

  private StopOnSignal(Runnable hook) {
    this.hook = hook;
  }

  static StopOnSignal of(StreamingQuery query) {
    Runnable hook =
        () -> {
          try {
            LOG.info("Stopping the query");
            query.stop();
          } catch (TimeoutException e) {
            LOG.warn("The query did not stop in time; its last batch will be repeated", e);
          }
        };
    ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK);
    return new StopOnSignal(hook);
  }

  /** The query has ended by itself. */
  void forget() {
    ShutdownHookManager hooks = ShutdownHookManager.get();
    if (!hooks.isShutdownInProgress()) {
      hooks.removeShutdownHook(hook);
    }
  }
}
