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
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A broker and workers in JVMs of their own, from the distribution and with its packaged plugins,
 * around a Slack stand-in in this JVM. All state is in one folder, cleared at the begin.
 */
public final class Lab implements AutoCloseable {
  /** Those of a demo. Runs that start side by side would all take them for free. */
  private static final List<Integer> USUAL_PORTS = List.of(9092, 9093, 8083);

  /** More than any run makes. */
  private static final int RECORDED_CALLS = 1_000_000;

  private final Home home = Home.ofThisProgram();
  private final Watch watch = new Watch();
  private final Ports ports = new Ports();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Path folder;
  private final Notes notes;
  private final SlackStandIn slack;
  private final App app;
  private final String bootstrap;

  private Lab(Path folder, Notes notes) throws InterruptedException {
    this.folder = folder;
    this.notes = notes;
    USUAL_PORTS.forEach(ports::avoid);
    slack = SlackStandIn.start(Options.defaults().withRecordedCalls(RECORDED_CALLS));
    running.push(slack);
    app = slack.workspace().app("bellwether");
    StateFolder state = stateFolder("broker");
    running.push(state);
    Broker broker = new Broker(home, state, ports);
    Child child = broker.start(watch);
    running.push(() -> watch.release(child));
    running.push(child);
    bootstrap = broker.bootstrap();
    Topics.create(bootstrap, watch);
    notes.note("Slack at %s, broker at %s, state in %s", slack.webApiUrl(), bootstrap, folder);
  }

  /** Starts Slack and the broker. */
  public static Lab open(Path folder, Notes notes) throws InterruptedException {
    return new Lab(folder, notes);
  }

  /** Starts a worker more; returns when it is ready. */
  public Worker worker() throws InterruptedException {
    String name = "worker-" + (workers.size() + 1);
    StateFolder state = stateFolder(name);
    Worker worker =
        new Worker(name, state, new ConnectWorker(home, state, ports, bootstrap), secrets(), watch);
    running.push(worker);
    workers.add(worker);
    worker.start();
    worker.awaitReady();
    return worker;
  }

  private StateFolder stateFolder(String name) {
    return StateFolder.open(folder.resolve(name), true);
  }

  private Map<String, String> secrets() {
    return Map.of(
        "SLACK_BOT_TOKEN", app.botToken(),
        "SLACK_APP_TOKEN", app.appToken(),
        "SLACK_SINK_BOT_TOKEN", app.botToken());
  }

  /** A connector of {@code config/}, with this Slack and these changes. */
  public ConnectorFile connector(String name, Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    all.put("slack.api.url", slack.webApiUrl().toString());
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

  public SlackStandIn slack() {
    return slack;
  }

  /** The app of both plugins. */
  public App app() {
    return app;
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
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
