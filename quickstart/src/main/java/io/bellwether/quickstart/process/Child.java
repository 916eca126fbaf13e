package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running child JVM with its log and its process file. */
public final class Child implements AutoCloseable {
  /** Longer than any part takes to stop cleanly; then it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final JavaCommand command;
  private final Process process;
  private final LogFile log;
  private final Path processFile;

  private Child(JavaCommand command, Process process, LogFile log, Path processFile) {
    this.command = command;
    this.process = process;
    this.log = log;
    this.processFile = processFile;
  }

  /** Starts the command with the state folder as its working directory and its output in a log. */
  public static Child start(JavaCommand command, StateFolder state) {
    Path path = state.log(command.name());
    LogFile log = LogFile.endOf(path);
    ProcessBuilder builder =
        new ProcessBuilder(command.line(state))
            .directory(state.path().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(path.toFile()));
    adapt(builder.environment(), command.environment());
    try {
      Process process = builder.start();
      return new Child(command, process, log, recorded(process, state.processFile(command.name())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the " + command.name(), e);
    }
  }

  private static Path recorded(Process process, Path file) throws IOException {
    try {
      return Files.writeString(file, Long.toString(process.pid()));
    } catch (IOException e) {
      // Nobody would find it again: the disk is full, or the user stops the demo just now.
      process.destroyForcibly();
      throw e;
    }
  }

  /** A user's own Slack tokens and Spark settings are not meant for the demo's children. */
  private static void adapt(Map<String, String> environment, Map<String, String> added) {
    environment.keySet().removeIf(key -> key.startsWith("SLACK_") || key.startsWith("SPARK_"));
    environment.putAll(added);
  }

  public String name() {
    return command.name();
  }

  public long pid() {
    return process.pid();
  }

  public LogFile log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended. Only of a child that is no longer alive. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Asks it to stop and returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it at once, without a chance to clean up, and returns before it has ended. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Stops it cleanly if it can be, and returns when it has ended. */
  @Override
  public void close() {
    terminate();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(processFile);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + processFile, e);
    }
  }
}
