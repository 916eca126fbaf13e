package io.bellwether.chaos.lab;

import io.bellwether.chaos.check.Verdict;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Broker;
import io.bellwether.quickstart.stack.ConnectWorker;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A broker and workers in JVMs of their own, from the distribution and with its packaged plugins,
 * around a stand-in in this JVM. All state is in one folder, cleared at the begin.
 *
 * @param <P> the service that the stand-in stands in for
 */
public final class Lab<P extends Place> implements AutoCloseable {
  private final Home home = Home.ofThisProgram();
  private final Watch watch = new Watch();
  private final Ports ports = Ports.any();
  private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Path folder;
  private final Notes notes;
  private final P place;
  private String bootstrap;

  private Lab(Path folder, Notes notes, P place) {
    this.folder = folder;
    this.notes = notes;
    this.place = place;
    running.push(place);
  }

  /** Starts the broker, and closes the place in the end. */
  public static <P extends Place> Lab<P> open(Path folder, Notes notes, P place) throws Exception {
    Lab<P> lab = new Lab<>(folder, notes, place);
    try {
      lab.startBroker();
      return lab;
    } catch (InterruptedException | RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  private void startBroker() throws InterruptedException {
    StateFolder state = stateFolder("broker");
    running.push(state);
    Broker broker = new Broker(home, state, ports);
    Child child = broker.start(watch);
    running.push(child);
    running.push(() -> watch.release(child));
    bootstrap = broker.bootstrap();
    Topics.create(bootstrap, place.topics(), watch);
    notes.note("%s, broker at %s, state in %s", place.address(), bootstrap, folder);
  }

  /** Starts a worker more; returns when it is ready. */
  public Worker worker() throws InterruptedException {
    String name = "worker-" + (workers.size() + 1);
    StateFolder state = stateFolder(name);
    Worker worker =
        new Worker(
            name, state, new ConnectWorker(home, state, ports, bootstrap), place.secrets(), watch);
    running.push(worker);
    workers.add(worker);
    worker.start();
    worker.awaitReady();
    return worker;
  }

  private StateFolder stateFolder(String name) {
    return StateFolder.open(folder.resolve(name), true);
  }

  /** A connector of {@code config/}, with this place and these changes. */
  public ConnectorFile connector(String name, Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    all.putAll(place.settings());
    return ConnectorFile.read(home.config(name + ".json")).with(all);
  }

  /** Something that can be looked at. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws InterruptedException;
  }

  /** Waits for something; that it does not come in time is a violation, and the run goes on. */
  public void until(String what, Duration atMost, Condition condition) throws InterruptedException {
    try {
      watch.until(what, atMost, () -> condition.holds() ? Optional.of(true) : Optional.empty());
      notes.note("Reached: %s", what);
    } catch (LaunchException late) {
      notes.note("%s", late.getMessage());
      violated(late.getMessage());
    }
  }

  /** Something promised has not been kept. */
  public void violated(String what) {
    violations.add(what);
  }

  /** A verdict that begins with what was violated on the way. */
  public Verdict verdict() {
    Verdict verdict = new Verdict();
    violations.forEach(what -> verdict.add(false, what));
    return verdict;
  }

  public P place() {
    return place;
  }

  public String bootstrap() {
    return bootstrap;
  }

  /** All state of the run. */
  public Path folder() {
    return folder;
  }

  /** Stops what runs, last started first. */
  @Override
  public void close() throws Exception {
    for (AutoCloseable next = running.poll(); next != null; next = running.poll()) {
      next.close();
    }
  }

  /** Stops what runs, because the user leaves in the middle of it. */
  public void abandon() {
    watch.stop();
    try {
      close();
    } catch (Exception e) {
      notes.note("Not all could be stopped: %s", e);
    }
  }
}
