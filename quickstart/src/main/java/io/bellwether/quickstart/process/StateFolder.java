package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one folder that holds all state of a demo: the broker's data, checkpoints, Slack's messages,
 * tokens, logs. One launcher at a time owns it; only the user who made it can read it.
 */
public final class StateFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** Tells a folder of ours from one that somebody named by mistake, before anything is deleted. */
  private static final String MARKER = "bellwether-state";

  private final Path path;
  private final FileChannel lock;

  private StateFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder, makes it where it is missing, and locks it.
   *
   * @param fresh whether to clear what is in it
   * @throws LaunchException if it belongs to a running demo, or is not a state folder but not empty
   */
  public static StateFolder open(Path folder, boolean fresh) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      create(path);
      FileChannel lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!acquired(lock)) {
        lock.close();
        throw new LaunchException(
            "Another demo runs on "
                + path
                + ". Stop it with Ctrl-C first, or give this one a folder of its own: --state DIR");
      }
      StateFolder state = new StateFolder(path, lock);
      Orphans.end(state);
      if (fresh) {
        state.clear();
      }
      Files.createDirectories(state.path("logs"));
      Files.createDirectories(state.path("run"));
      return state;
    } catch (IOException e) {
      throw new LaunchException("Cannot use " + path + " as state folder: " + e.getMessage(), e);
    }
  }

  /**
   * Makes the folder where it is missing, for a file that needs no running demo.
   *
   * @throws LaunchException if it is not a state folder but not empty
   */
  public static void prepare(Path path) {
    try {
      create(path);
    } catch (IOException e) {
      throw new LaunchException("Cannot use " + path + " as state folder: " + e.getMessage(), e);
    }
  }

  private static void create(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
    if (!Files.exists(path.resolve(MARKER))) {
      try (Stream<Path> entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          throw new LaunchException(
              path + " holds other files and is no state folder. Name an empty or a new one.");
        }
      }
      Files.writeString(path.resolve(MARKER), "State of a Bellwether demo; --fresh clears it.\n");
    }
  }

  private static boolean acquired(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void clear() throws IOException {
    delete(path, p -> !p.equals(path) && !p.equals(path(LOCK)) && !p.equals(path(MARKER)));
  }

  private static void delete(Path folder, Predicate<Path> doom) throws IOException {
    List<Path> doomed;
    try (Stream<Path> all = Files.walk(folder)) {
      doomed = all.filter(doom).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : doomed) {
      Files.delete(each);
    }
  }

  /** A folder in it, made where it is missing, without what was in it. */
  public Path emptied(String name) {
    Path folder = path(name);
    try {
      Files.createDirectories(folder);
      delete(folder, p -> !p.equals(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
  }

  public Path path() {
    return path;
  }

  /** A file or folder in it. */
  public Path path(String name) {
    return path.resolve(name);
  }

  /** The log of a child. */
  public Path log(String child) {
    return path("logs").resolve(child + ".log");
  }

  /** Where a child's process number is written, so that an orphan can be found. */
  Path processFile(String child) {
    return path("run").resolve(child + ".pid");
  }

  /** A JVM argument by which a child of this folder is recognised. */
  String mark(String child) {
    return "-Dbellwether.child=" + child + "@" + path;
  }

  /** Writes a file that only its owner can read, whole or not at all. */
  public void writePrivately(String name, String content) {
    try {
      Path temporary = Files.createTempFile(path, name, ".tmp");
      Files.writeString(temporary, content);
      Files.move(temporary, path(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path(name), e);
    }
  }

  /** Lets go of the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release " + path(LOCK), e);
    }
  }
}
