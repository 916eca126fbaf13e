package io.bellwether.benchmarks.stack;

import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.plain.PlainPipe;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.JavaCommand;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Analyzer;
import io.bellwether.quickstart.stack.Broker;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Setting;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.stack.Trigger;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A broker, a Slack stand-in without its limit on posts, and whatever else a measurement starts.
 * Closing it stops everything, last started first.
 */
public final class BenchStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Watch watch = new Watch();
  private final Ports ports = Ports.any();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Place place;
  private final Home home;
  private final StateFolder state;
  private final SlackStandIn slack;
  private final Cast cast;
  private final String bootstrap;

  /**
   * Where a stack is and what it is made of.
   *
   * @param folder of its own, does not exist yet
   * @param classPath folder with this program's jars, for the plain pipe
   * @param changes of settings, by the name of their file
   */
  public record Place(
      Home distribution, Path folder, Path classPath, Map<String, Map<String, String>> changes) {}

  private BenchStack(Place place, SteadyClock clock) throws InterruptedException {
    this.place = place;
    try {
      state = kept(StateFolder.open(place.folder.resolve("state"), false));
      home = BenchHome.of(place.distribution, place.folder.resolve("home"), place.changes);
      slack = kept(SlackStandIn.start(Options.defaults().withPostingLimit(false).withClock(clock)));
      cast = Cast.in(slack.workspace());
      Broker broker = new Broker(home, state, ports);
      bootstrap = broker.bootstrap();
      kept(broker.start(watch));
      Topics.create(bootstrap, watch);
    } catch (RuntimeException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Starts broker and stand-in; the topics of the demo exist when this returns. */
  public static BenchStack start(Place place, SteadyClock clock) throws InterruptedException {
    return new BenchStack(place, clock);
  }

  /** Starts the worker with the connectors of {@code config/}; returns when they run. */
  public Connect startConnect() throws InterruptedException {
    Connect connect = kept(Connect.start(setting(Trigger.MICRO_BATCH), watch));
    connect.awaitReady();
    return connect;
  }

  /** Starts the analyzer; returns when its query runs. */
  public Child startAnalyzer(Trigger trigger) throws InterruptedException {
    Child analyzer = watch.over(kept(new Analyzer(setting(trigger)).start()));
    Analyzer.awaitReady(analyzer, watch);
    return analyzer;
  }

  /** Starts the analyzer on what there is; it ends by itself, which the caller awaits. */
  public Child startAnalyzerOnWhatThereIs() {
    return new Analyzer(setting(Trigger.AVAILABLE_NOW)).start();
  }

  /** Starts the trades job, watching a level besides what it ships with; returns when it runs. */
  public Child startTrades(Map<String, String> changes) throws InterruptedException {
    Child job = watch.over(kept(trades(Trigger.MICRO_BATCH, changes)));
    Analyzer.awaitReady(job, watch);
    return job;
  }

  /** Starts the trades job on what there is; it ends by itself, which the caller awaits. */
  public Child startTradesOnWhatThereIs(Map<String, String> changes) {
    return trades(Trigger.AVAILABLE_NOW, changes);
  }

  private Child trades(Trigger trigger, Map<String, String> changes) {
    return new Analyzer(setting(trigger), "trades-analyzer", changes).start();
  }

  /** Starts a plain pipe from this topic to those that begin with the prefix. */
  public Child startPlainPipe(String topic, int partitions, String prefix)
      throws InterruptedException {
    return startPlain(PlainPipe.class, topic, partitions, prefix);
  }

  /** Starts a program that does plainly what is compared with it. */
  public Child startPlain(Class<?> program, String topic, int partitions, String prefix)
      throws InterruptedException {
    List<String> arguments = List.of(bootstrap, topic, Integer.toString(partitions), prefix);
    Child pipe =
        kept(
            startJava(
                "plain-pipe",
                List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                place.classPath,
                program.getName(),
                arguments));
    watch.until("the plain pipe", PATIENCE, () -> pipe.log().lineThatStarts(PlainPipe.READY));
    return watch.over(pipe);
  }

  /** Starts a program of the jars in a folder. */
  public Child startJava(
      String name, List<String> jvm, Path jars, String mainClass, List<String> arguments) {
    return Child.start(
        new JavaCommand(name, jvm, List.of(jars), mainClass, arguments, Map.of()), state);
  }

  /** Stops one part before the rest. */
  public void stop(Child child) {
    watch.release(child);
    child.close();
  }

  private Setting setting(Trigger trigger) {
    return new Setting(home, state, ports, bootstrap, slack.webApiUrl(), cast.secrets(), trigger);
  }

  public Watch watch() {
    return watch;
  }

  public Home home() {
    return home;
  }

  public StateFolder state() {
    return state;
  }

  public SlackStandIn slack() {
    return slack;
  }

  public Cast cast() {
    return cast;
  }

  public String bootstrap() {
    return bootstrap;
  }

  private <T extends AutoCloseable> T kept(T part) {
    running.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        // What follows has to be stopped all the same.
        System.err.println("Cannot stop " + part + ": " + e);
      }
    }
  }
}
