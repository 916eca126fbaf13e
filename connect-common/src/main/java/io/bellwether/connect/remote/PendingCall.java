package io.bellwether.connect.remote;

import io.bellwether.connect.log.LogContext;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * One remote call at a time, off the task's own thread. Connect stops a source task only between
 * two polls, so a poll must never sit in a socket read: it starts the call here, comes back for the
 * answer, and {@link #close()} abandons a call that still runs.
 *
 * @param <T> what a call gives
 */
public final class PendingCall<T> implements AutoCloseable {
  private final ExecutorService thread;
  private final Runnable whenDone;
  private Future<T> running;

  /**
   * @param name of the thread
   * @param whenDone told, on that thread, that an answer waits
   */
  public PendingCall(String name, Runnable whenDone) {
    this.whenDone = whenDone;
    this.thread = Executors.newSingleThreadExecutor(task -> LogContext.daemon(name, task));
  }

  /** Whether a call was started whose answer has not been taken. */
  public boolean isPending() {
    return running != null;
  }

  /** Starts a call; only one may be pending. */
  public void start(Supplier<T> call) {
    if (running != null) {
      throw new IllegalStateException("A call is pending already");
    }
    FutureTask<T> task =
        new FutureTask<>(call::get) {
          @Override
          protected void done() {
            whenDone.run();
          }
        };
    running = task;
    thread.execute(task);
  }

  /**
   * The answer, if it is there; after that the next call may start. What a call threw, this throws.
   */
  public Optional<T> take() {
    if (running == null || !running.isDone()) {
      return Optional.empty();
    }
    Future<T> done = running;
    running = null;
    try {
      return Optional.of(done.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
