package io.bellwether.analyzer.feedback;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read and is not scored, counted in each JVM and logged every few seconds, so that nothing
 * disappears unseen.
 */
enum Skipped {
  /** By {@code filter.when}. */
  FILTERED("left out by filter.when"),
  /** By {@code dedupe.key}. */
  DUPLICATE("collapsed by dedupe.key");

  private static final Logger LOG = LoggerFactory.getLogger(Skipped.class);
  private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);

  private final String why;
  private final LongAdder count = new LongAdder();
  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  Skipped(String why) {
    this.why = why;
  }

  void add() {
    count.increment();
    long now = System.nanoTime();
    long next = nextLine.get();
    if (now - next >= 0 && nextLine.compareAndSet(next, now + BETWEEN_LINES)) {
      LOG.info("{} records so far were {}", count.sum(), why);
    }
  }

  /** Since this JVM began; a batch that is repeated after a failure counts again. */
  long count() {
    return count.sum();
  }
}
