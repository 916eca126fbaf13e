package io.bellwether.quickstart.it;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Analyzer;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.ConnectWorker;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Setting;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.stack.Trigger;
import io.bellwether.quickstart.stack.WorkerApi;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distribution's processes around a Slack stand-in in this JVM, in a state folder and on ports
 * of their own. Parts are started one by one, so that a test can do without one or start it late.
 */
final class Stack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Watch watch = new Watch();
  private final Ports ports = Ports.any();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final StateFolder state;
  private final SlackStandIn slack;
  private final Cast cast;
  private String bootstrap;

  /** How a test comes by its Kafka. */
  @FunctionalInterface
  interface KafkaSource {
    KafkaUnderTest start(StateFolder state, Ports ports, Watch watch) throws InterruptedException;
  }

  Stack(Path folder) {
    state = StateFolder.open(folder, false);
    running.push(state);
    slack = SlackStandIn.start(Options.defaults().withPostingLimit(false));
    running.push(slack);
    cast = Cast.in(slack.workspace());
  }

  Stack withKafka(KafkaSource source) throws InterruptedException {
    return withKafka(source, List.of());
  }

  /** With further topics. */
  Stack withKafka(KafkaSource source, List<Topics.Topic> more) throws InterruptedException {
    KafkaUnderTest kafka = source.start(state, ports, watch);
    running.push(kafka);
    bootstrap = kafka.bootstrap();
    Topics.create(bootstrap, more, watch);
    return this;
  }

  /** Starts a worker that has no connectors yet; returns when it answers. */
  WorkerApi startWorker(Map<String, String> secrets) throws InterruptedException {
    ConnectWorker worker = new ConnectWorker(Home.ofThisProgram(), state, ports, bootstrap);
    running.push(worker.start(watch, secrets));
    WorkerApi rest = WorkerApi.startedHere(worker.url(), watch);
    rest.awaitReady();
    return rest;
  }

  /** Starts a job; returns when its query runs. */
  Child startJob(String job, Map<String, String> changes) throws InterruptedException {
    Child started = watch.over(new Analyzer(setting(Trigger.MICRO_BATCH), job, changes).start());
    running.push(started);
    Analyzer.awaitReady(started, watch);
    return started;
  }

  /** {@code kill -9}. */
  void kill(Child child) {
    watch.release(child);
    child.kill();
  }

  /** Has a job work off what there is, and returns its exit code. */
  int runJob(String job, Map<String, String> changes) throws InterruptedException {
    return exitCode(new Analyzer(setting(Trigger.AVAILABLE_NOW), job, changes));
  }

  /** Starts the worker with the connectors of {@code config/}; returns when they run. */
  Connect startConnect() throws InterruptedException {
    Connect connect = Connect.start(setting(Trigger.MICRO_BATCH), watch);
    running.push(connect);
    connect.awaitReady();
    return connect;
  }

  /** Starts the analyzer; returns when its query runs. */
  Child startAnalyzer(Trigger trigger) throws InterruptedException {
    Child analyzer = watch.over(new Analyzer(setting(trigger)).start());
    running.push(analyzer);
    Analyzer.awaitReady(analyzer, watch);
    return analyzer;
  }

  /** Has the analyzer work off what there is, and returns its exit code. */
  int analyzeWhatThereIs() throws InterruptedException {
    return exitCode(new Analyzer(setting(Trigger.AVAILABLE_NOW)));
  }

  private int exitCode(Analyzer job) throws InterruptedException {
    try (Child analyzer = job.start()) {
      return watch.until(
          "the analyzer to end",
          PATIENCE,
          () -> analyzer.isAlive() ? Optional.empty() : Optional.of(analyzer.exitCode()));
    }
  }

  private Setting setting(Trigger trigger) {
    return new Setting(
        Home.ofThisProgram(), state, ports, bootstrap, slack.webApiUrl(), cast.secrets(), trigger);
  }

  SlackStandIn slack() {
    return slack;
  }

  Cast cast() {
    return cast;
  }

  String bootstrap() {
    return bootstrap;
  }

  StateFolder state() {
    return state;
  }

  /** Stops what runs, last started first. */
  @Override
  public void close() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
