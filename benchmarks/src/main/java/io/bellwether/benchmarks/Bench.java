package io.bellwether.benchmarks;

import io.bellwether.benchmarks.Plan.Measure;
import io.bellwether.benchmarks.measure.AzureWay;
import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.KafkaToKafka;
import io.bellwether.benchmarks.measure.PostToAlert;
import io.bellwether.benchmarks.measure.TradesDrain;
import io.bellwether.benchmarks.report.Machine;
import io.bellwether.benchmarks.report.Report;
import io.bellwether.benchmarks.report.Table;
import io.bellwether.benchmarks.stack.BenchStack.Place;
import io.bellwether.quickstart.LauncherLog;
import io.bellwether.quickstart.TriggerName;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Trigger;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellwether bench}. */
@Command(
    name = "bellwether bench",
    description = {
      "Measures on this machine, in one run, how long a message takes from Slack to its alert, how"
          + " long a record takes from topic to topic, and how fast a backlog is worked off, beside"
          + " Kafka alone and a plain consumer-producer with the same scorer.",
      "It starts a stack of its own and leaves nothing behind but its report. Let nothing else run"
          + " meanwhile."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:measured, and everything arrived once where it had to",
      "1:it could not go on, or something was lost or doubled, so that no figure counts",
      "2:a mistake on the command line"
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int ROUNDS = 3;
  private static final int DRAINS = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--trigger",
      split = ",",
      paramLabel = "WHEN",
      defaultValue = "micro-batch,continuous",
      converter = TriggerName.class,
      description = "Of the analyzer (default: ${DEFAULT-VALUE}).")
  private List<Trigger> triggers;

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "WHAT",
      defaultValue = "alert,kafka,drain",
      description =
          "alert: post to alert; kafka: topic to topic; drain: backlog and replay; trades: trade to"
              + " alert and a backlog of trades; azure: scoring by the stand-in for Azure (default:"
              + " ${DEFAULT-VALUE}).")
  private List<Measure> measures;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5",
      description = "Messages a second in Slack (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "300",
      description = "Messages in Slack that are timed (default: ${DEFAULT-VALUE}).")
  private int messages;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "75",
      description = "Messages before those, counted, not timed (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--kafka-rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "Records a second from topic to topic (default: ${DEFAULT-VALUE}).")
  private double kafkaRate;

  @Option(
      names = "--kafka-records",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Records of each way in each of "
              + ROUNDS
              + " rounds; one more warms up (default: ${DEFAULT-VALUE}).")
  private int kafkaRecords;

  @Option(
      names = "--backlog",
      paramLabel = "N",
      defaultValue = "400000",
      description = "Rows to work off (default: ${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--azure-messages",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Messages to score with Azure (default: ${DEFAULT-VALUE}).")
  private int azureMessages;

  @Mixin private TradesOptions trades;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chooses what is said (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "FILE:KEY=VALUE",
      description = {
        "Changes a setting: worker:offset.flush.interval.ms=1000 is one of"
            + " config/worker.properties. May be repeated."
      })
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      defaultValue = "bench.json",
      description = "Where to write the report for programs (default: ${DEFAULT-VALUE}).")
  private Path json;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "A new folder that is kept, with all data and logs (default: a temporary one).")
  private Path state;

  /** Runs it and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    return new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Bench::explain);
  }

  private static int explain(
      Exception failure, CommandLine commands, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof LaunchException) {
      commands.getErr().println("bellwether bench: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  @Override
  public Integer call() throws Exception {
    LauncherLog.quieten();
    // Its warnings are about what is meant so here, such as consumers without a group.
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
    Plan plan = plan();
    Map<String, Map<String, String>> changes = changes();
    CountDownLatch closed = new CountDownLatch(1);
    Thread runner = Thread.currentThread();
    // The children ignore Ctrl-C: what was started is stopped here, in order.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndAwait(runner, closed), "stop"));
    try {
      return run(plan, changes);
    } catch (InterruptedException e) {
      say("Stopped.");
      return FAILED;
    } finally {
      closed.countDown();
    }
  }

  private int run(Plan plan, Map<String, Map<String, String>> changes) throws Exception {
    try (StateDir folder = StateDir.of(state)) {
      Home home = Home.ofThisProgram();
      Path classPath = Path.of(System.getProperty("bellwether.benchmarks"));
      Place place = new Place(home, folder.path(), classPath, changes);
      Machine.Observer observer = new Machine.Observer();
      Run run = new Run(plan, place, this::say);
      List<Report.Section> latencies = run.latencies();
      Drain.Result drain = run.drain();
      AzureWay.Result azure = run.azure();
      TradesDrain.Result drained = run.trades();
      Report report = Report.of(observer.seen(home), options(), latencies, drain, drained, azure);
      new Table(spec.commandLine().getOut()).print(report);
      report.write(json);
      say("The same for programs: " + json.toAbsolutePath());
      return report.valid() ? OK : FAILED;
    }
  }

  private Plan plan() {
    return new Plan(
        triggers,
        EnumSet.copyOf(measures),
        new PostToAlert.Load(rate, warmUp, messages, seed),
        new KafkaToKafka.Load(kafkaRate, ROUNDS, kafkaRecords, seed),
        new Drain.Load(backlog, DRAINS, seed),
        trades.load(spec, seed),
        new AzureWay.Load(azureMessages, seed));
  }

  private Map<String, Map<String, String>> changes() {
    Map<String, Map<String, String>> changes = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          int colon = key.indexOf(':');
          if (colon < 0) {
            throw new CommandLine.ParameterException(
                spec.commandLine(), "--set " + key + ": write FILE:KEY=VALUE");
          }
          changes
              .computeIfAbsent(key.substring(0, colon), name -> new TreeMap<>())
              .put(key.substring(colon + 1), value);
        });
    return changes;
  }

  /** As given or by default, for the report. */
  private Map<String, Object> options() {
    Map<String, Object> options = new TreeMap<>();
    for (CommandLine.Model.OptionSpec option : spec.options()) {
      Object value = option.getValue();
      if (value != null && !option.usageHelp() && !option.versionHelp()) {
        options.put(option.longestName().substring(2), value.toString());
      }
    }
    return options;
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
  }

  private static void stopAndAwait(Thread runner, CountDownLatch closed) {
    runner.interrupt();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
