package io.bellwether.chaos.lab;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Kills a worker by a plan. It is told of each event, from any thread; when a kill's count is
 * reached, the worker dies. It is started again at once, and from then on the next kill counts: it
 * may strike while the worker still catches up.
 */
public final class Reaper implements AutoCloseable {
  private final Worker worker;
  private final Notes notes;
  private final Queue<Kill> ahead;
  private final ExecutorService hand =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "reaper");
            thread.setDaemon(true);
            return thread;
          });
  private Kill next;
  private int events;
  private int total;
  private int done;
  private int recovered;
  private Exception failure;

  public Reaper(Worker worker, List<Kill> plan, Notes notes) {
    this.worker = worker;
    this.notes = notes;
    this.ahead = new ArrayDeque<>(plan);
    this.next = ahead.poll();
  }

  /** Something happened that kills are counted by. */
  public synchronized void happened() {
    total++;
    if (next != null && ++events == next.afterEvents()) {
      CompletableFuture.delayedExecutor(next.delay().toMillis(), TimeUnit.MILLISECONDS, hand)
          .execute(this::strike);
    }
  }

  private void strike() {
    try {
      worker.kill();
      struck();
      worker.start();
      aim();
      worker.awaitReady();
      notes.note("%s is back", worker);
      recover();
    } catch (InterruptedException | RuntimeException e) {
      fail(e);
    }
  }

  private synchronized void struck() {
    done++;
    notes.note("KILL -9 of %s (kill %d, after %d events in all)", worker, done, total);
  }

  private synchronized void aim() {
    events = 0;
    next = ahead.poll();
  }

  private synchronized void recover() {
    recovered++;
  }

  private synchronized void fail(Exception e) {
    failure = e;
  }

  /** How many kills have been done and recovered from. */
  public synchronized int recovered() {
    if (failure != null) {
      throw new IllegalStateException("A killed worker does not come back", failure);
    }
    return recovered;
  }

  /** How much has happened. */
  public synchronized int events() {
    return total;
  }

  /** Whether the worker is dead and not yet back. */
  public synchronized boolean isAtWork() {
    return done > recovered;
  }

  @Override
  public void close() {
    hand.shutdownNow();
  }
}
