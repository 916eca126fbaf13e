package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.metrics.JobMetrics;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read and is not scored, counted in each JVM and logged every few seconds while it grows,
 * so that nothing disappears unseen.
 */
final class Skipped {
  /** By {@code filter.when}. */
  static final Skipped FILTERED = new Skipped("left out by filter.when", "records-filtered-total");

  /** By {@code dedupe.key}. */
  static final Skipped DUPLICATE =
      new Skipped("collapsed by dedupe.key", "records-duplicate-total");

  private static final Logger LOG = LoggerFactory.getLogger(Skipped.class);
  private static final long SECONDS_BETWEEN_LINES = 10;

  private final String why;
  private final String metric;
  private final LongAdder count = new LongAdder();
  private long logged;

  private Skipped(String why, String metric) {
    this.why = why;
    this.metric = metric;
  }

  /** Publishes both counts of this JVM. */
  static void publish() {
    for (Skipped each : List.of(FILTERED, DUPLICATE)) {
      JobMetrics.gauge(each.metric, each::count);
    }
  }

  void add() {
    count.increment();
    Lines.begin();
  }

  /** Since this JVM began; a batch that is repeated after a failure counts again. */
  long count() {
    return count.sum();
  }

  private synchronized void log() {
    long now = count.sum();
    if (now > logged) {
      LOG.info("{} records so far were {}", now, why);
      logged = now;
    }
  }

  /** Begins with the first record that is skipped. */
  private static final class Lines {
    static {
      publish();
    }

    private static final ScheduledExecutorService EVERY_FEW_SECONDS =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "log-skipped");
              thread.setDaemon(true);
              return thread;
            });

    private static final Future<?> LINES =
        EVERY_FEW_SECONDS.scheduleWithFixedDelay(
            Lines::log, 1, SECONDS_BETWEEN_LINES, TimeUnit.SECONDS);

    /** Loading the class has begun it. */
    private static void begin() {
      if (LINES.isCancelled()) {
        throw new IllegalStateException("nobody cancels it");
      }
    }

    private static void log() {
      for (Skipped each : List.of(FILTERED, DUPLICATE)) {
        each.log();
      }
    }
  }
}
