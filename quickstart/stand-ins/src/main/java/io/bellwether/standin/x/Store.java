package io.bellwether.standin.x;

import io.bellwether.standin.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state and its journals: one change at a time, written before it is applied. Apps stand
 * in a file of their own, because of their secrets.
 */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final String TIMELINE = "timeline.jsonl";
  private static final String APPS = "apps.jsonl";

  private final ReentrantLock lock = new ReentrantLock();
  private final State state = new State();
  private final Journal<Entry> timeline;
  private final Journal<Entry> apps;
  private final List<Consumer<Post>> atOnce = new CopyOnWriteArrayList<>();
  private final List<Consumer<Post>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService telling =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "x-stand-in-posts");
            thread.setDaemon(true);
            return thread;
          });

  private Store(Journal<Entry> timeline, Journal<Entry> apps) {
    this.timeline = timeline;
    this.apps = apps;
    if (timeline != null) {
      timeline.found().forEach(state::apply);
      apps.found().forEach(state::apply);
    }
  }

  /** Opens what the folder holds; a null folder keeps all in memory. */
  static Store open(Path folder) {
    if (folder == null) {
      return new Store(null, null);
    }
    try {
      Files.createDirectories(folder);
      Journal<Entry> timeline = Journal.open(folder.resolve(TIMELINE), Entry.class);
      try {
        return new Store(timeline, Journal.open(folder.resolve(APPS), Entry.class));
      } catch (IOException | RuntimeException failed) {
        timeline.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot open the state in " + folder, failed);
    }
  }

  /** Reads, or changes through {@link #commit}, with nobody else in between. */
  <T> T locked(Function<State, T> work) {
    lock.lock();
    try {
      return work.apply(state);
    } finally {
      lock.unlock();
    }
  }

  /** Writes and applies a change, and tells of a new post; call it locked. */
  void commit(Entry entry) {
    if (timeline != null) {
      (entry instanceof Entry.AppAdded ? apps : timeline).append(entry);
    }
    state.apply(entry);
    if (entry instanceof Entry.Posted posted) {
      atOnce.forEach(each -> each.accept(posted.post()));
      telling.execute(() -> tell(posted.post()));
    }
  }

  /** Tells of each new post, in their order, under the lock: for whoever takes no other lock. */
  void listenAtOnce(Consumer<Post> listener) {
    atOnce.add(listener);
  }

  /** Tells of each new post, in their order, on a thread of its own. */
  void listen(Consumer<Post> listener) {
    listeners.add(listener);
  }

  private void tell(Post post) {
    for (Consumer<Post> each : listeners) {
      try {
        each.accept(post);
      } catch (RuntimeException failed) {
        LOG.warn("a listener to posts failed", failed);
      }
    }
  }

  @Override
  public void close() {
    telling.shutdown();
    locked(
        any -> {
          try {
            if (timeline != null) {
              timeline.close();
              apps.close();
            }
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
          return null;
        });
  }
}
