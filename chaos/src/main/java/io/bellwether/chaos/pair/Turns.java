package io.bellwether.chaos.pair;

import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills workers when their time has come and starts them again at once. Nobody is killed before the
 * one before is back.
 */
final class Turns implements AutoCloseable {
  private final List<Worker> workers;
  private final Queue<PairPlan.Death> ahead;
  private final Notes notes;
  private final ExecutorService hand =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "reaper");
            thread.setDaemon(true);
            return thread;
          });
  private Future<?> last = CompletableFuture.completedFuture(null);
  private int kills;

  Turns(List<Worker> workers, List<PairPlan.Death> deaths, Notes notes) {
    this.workers = workers;
    this.ahead = new ArrayDeque<>(deaths);
    this.notes = notes;
  }

  /** Kills who is due. */
  void look(Duration passed) throws InterruptedException {
    if (last.isDone()) {
      complain();
      if (!ahead.isEmpty() && passed.compareTo(ahead.element().at()) >= 0) {
        Worker worker = workers.get(ahead.remove().victim());
        last = hand.submit(() -> strike(worker));
      }
    }
  }

  private Void strike(Worker worker) throws InterruptedException {
    worker.kill();
    kills++;
    notes.note("KILL -9 of %s (kill %d)", worker, kills);
    worker.start();
    worker.awaitReady();
    notes.note("%s is back", worker);
    return null;
  }

  private void complain() throws InterruptedException {
    try {
      last.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A killed worker does not come back", e.getCause());
    }
  }

  /** Whether all are dead and back. */
  boolean areOver() {
    return ahead.isEmpty() && last.isDone();
  }

  @Override
  public void close() {
    hand.shutdownNow();
  }
}
