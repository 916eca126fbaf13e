package io.bellwether.chaos.lab;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.ConnectWorker;
import io.bellwether.quickstart.stack.WorkerApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A Connect worker that can be killed and started again, on the same port. */
public final class Worker implements AutoCloseable {
  /** A machine that runs other things too may be slow; a run is not to fail for that. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String name;
  private final StateFolder state;
  private final ConnectWorker program;
  private final Map<String, String> secrets;
  private final Watch watch;
  private Child child;

  Worker(
      String name,
      StateFolder state,
      ConnectWorker program,
      Map<String, String> secrets,
      Watch watch) {
    this.name = name;
    this.state = state;
    this.program = program;
    this.secrets = secrets;
    this.watch = watch;
  }

  /** Starts it; returns before it is ready. */
  public synchronized void start() {
    child = program.start(watch, secrets);
  }

  /** Waits until it answers. */
  public void awaitReady() throws InterruptedException {
    watch.until(
        name + " to answer",
        PATIENCE,
        () -> TaskStates.answers(url()) ? Optional.of(true) : Optional.empty());
  }

  /** Kills it with -9; returns when it is dead. */
  public synchronized void kill() {
    watch.release(child);
    child.kill();
    ProcessHandle.of(child.pid()).ifPresent(process -> process.onExit().join());
  }

  public WorkerApi rest() {
    return WorkerApi.startedHere(url(), watch);
  }

  /** Where its REST API is. */
  public URI url() {
    return program.url();
  }

  /** As Connect names it in the status of tasks. */
  public String id() {
    return url().getAuthority();
  }

  /** Of its JVM. */
  public synchronized long pid() {
    return child.pid();
  }

  /** The worker's folder, with its logs. */
  public StateFolder state() {
    return state;
  }

  @Override
  public synchronized void close() {
    if (child != null) {
      watch.release(child);
      child.close();
    }
    state.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
