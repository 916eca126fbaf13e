package io.bellwether.standin.slack;

import io.bellwether.standin.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state and its journals, and tells what changed: one change at a time, written before it
 * is applied, told to every subscriber in the same order on one thread.
 */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private static final String WORKSPACE = "workspace.jsonl";
  private static final String TOKENS = "tokens.jsonl";

  private final ReentrantLock lock = new ReentrantLock();
  private final State state = new State();
  private final Journal<Entry> journal;
  private final Journal<Tokens> tokens;
  private final List<Consumer<WorkspaceEvent>> subscribers = new CopyOnWriteArrayList<>();
  private final ExecutorService telling =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "slack-stand-in-events");
            thread.setDaemon(true);
            return thread;
          });

  private Store(Journal<Entry> journal, Journal<Tokens> tokens) {
    this.journal = journal;
    this.tokens = tokens;
  }

  /** Opens what the folder holds; a null folder keeps all in memory. */
  static Store open(Path folder) {
    if (folder == null) {
      return new Store(null, null);
    }
    try {
      makeFolder(folder);
      Journal<Entry> journal = Journal.open(folder.resolve(WORKSPACE), Entry.class);
      try {
        Journal<Tokens> tokens = Journal.open(folder.resolve(TOKENS), Tokens.class);
        return restored(journal, tokens);
      } catch (IOException | RuntimeException failed) {
        journal.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot open the state in " + folder, failed);
    }
  }

  private static Store restored(Journal<Entry> journal, Journal<Tokens> tokens) {
    Store store = new Store(journal, tokens);
    restore(store.state, journal.found(), tokens.found());
    return store;
  }

  private static void restore(State state, List<Entry> entries, List<Tokens> tokens) {
    Map<String, Tokens> known =
        tokens.stream()
            .collect(Collectors.toMap(Tokens::appId, Function.identity(), (old, newer) -> newer));
    entries.forEach(entry -> state.apply(withTokens(entry, known)));
  }

  /** The apps in a folder, without opening it for use. */
  static List<App> apps(Path folder) {
    try {
      State state = new State();
      restore(
          state,
          Journal.peek(folder.resolve(WORKSPACE), Entry.class),
          Journal.peek(folder.resolve(TOKENS), Tokens.class));
      return List.copyOf(state.apps.values());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the state in " + folder, failed);
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

  /** Writes and applies a change and tells {@code event} when not null; call it locked. */
  void commit(Entry entry, Supplier<WorkspaceEvent> event) {
    if (journal != null) {
      journal.append(withoutTokens(entry));
    }
    state.apply(entry);
    if (event != null) {
      WorkspaceEvent told = event.get();
      telling.execute(() -> tell(told));
    }
  }

  /** Keeps the tokens of an app, before the app itself. */
  void keep(Tokens secrets) {
    if (tokens != null) {
      tokens.append(secrets);
    }
  }

  AutoCloseable subscribe(Consumer<WorkspaceEvent> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  @Override
  public void close() {
    telling.shutdown();
    lock.lock();
    try {
      if (journal != null) {
        journal.close();
        tokens.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      lock.unlock();
    }
  }

  private void tell(WorkspaceEvent event) {
    for (Consumer<WorkspaceEvent> subscriber : subscribers) {
      try {
        subscriber.accept(event);
      } catch (RuntimeException failed) {
        LOG.warn("a subscriber of the workspace failed", failed);
      }
    }
  }

  private static Entry withTokens(Entry entry, Map<String, Tokens> known) {
    if (entry instanceof Entry.AppSet set && known.containsKey(set.app().appId())) {
      Tokens its = known.get(set.app().appId());
      return new Entry.AppSet(set.app().withTokens(its.bot(), its.app(), its.user()));
    }
    return entry;
  }

  private static Entry withoutTokens(Entry entry) {
    return entry instanceof Entry.AppSet set
        ? new Entry.AppSet(set.app().withTokens("", "", ""))
        : entry;
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
