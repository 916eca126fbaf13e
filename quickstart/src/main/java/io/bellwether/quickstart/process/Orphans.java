package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Children whose launcher was killed before it could stop them. */
final class Orphans {
  private static final String SUFFIX = ".pid";

  private Orphans() {}

  /** Ends those of this folder. What they were doing is safe: every part survives a kill. */
  static void end(StateFolder state) throws IOException {
    Path folder = state.path("run");
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      String mark = state.mark(name.substring(0, name.length() - SUFFIX.length()));
      number(file).flatMap(ProcessHandle::of).filter(p -> bears(p, mark)).ifPresent(Orphans::kill);
      Files.delete(file);
    }
  }

  private static Optional<Long> number(Path file) throws IOException {
    try {
      return Optional.of(Long.valueOf(Files.readString(file).strip()));
    } catch (NumberFormatException e) {
      // The launcher was killed between creating the file and writing to it.
      return Optional.empty();
    }
  }

  /** A process number may since belong to somebody else's process: its arguments tell. */
  private static boolean bears(ProcessHandle process, String mark) {
    Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    if (Files.isReadable(arguments)) {
      try {
        return List.of(Files.readString(arguments).split("\0")).contains(mark);
      } catch (IOException e) {
        return false;
      }
    }
    return process.info().commandLine().filter(line -> line.contains(mark)).isPresent();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new UncheckedIOException(
          new IOException("Process " + process.pid() + " of an earlier demo does not end", e));
    }
  }
}
