package io.bellwether.standin.slack.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work when a clock says so. The clock may be one that a test moves by hand, so it is looked
 * at often instead of being waited for.
 */
final class Timers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final long LOOK_EVERY_MS = 10;

  private record Due(Instant at, long order, Runnable work) {}

  private final InstantSource clock;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "slack-stand-in-timers");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Future<?>> repeating = new ArrayList<>();
  private long orders;

  Timers(InstantSource clock) {
    this.clock = clock;
    every(Duration.ofMillis(LOOK_EVERY_MS), this::runDue);
  }

  /** Runs the work once the clock has moved this far. */
  synchronized void after(Duration wait, Runnable work) {
    due.add(new Due(clock.instant().plus(wait), orders++, work));
  }

  /** Runs the work once after this much real time, whatever the clock says. */
  void soon(Duration wait, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, looking)
        .execute(() -> run(work));
  }

  /** Runs the work again and again in real time, whatever the clock says. */
  final synchronized void every(Duration period, Runnable work) {
    repeating.add(
        looking.scheduleWithFixedDelay(
            () -> run(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void runDue() {
    List<Due> now = new ArrayList<>();
    synchronized (this) {
      Instant instant = clock.instant();
      while (!due.isEmpty() && !due.peek().at().isAfter(instant)) {
        now.add(due.poll());
      }
    }
    now.forEach(each -> run(each.work()));
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warn("timed work of the stand-in failed", failed);
    }
  }

  @Override
  public synchronized void close() {
    repeating.forEach(each -> each.cancel(false));
    looking.shutdownNow();
  }
}
