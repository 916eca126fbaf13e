package io.bellwether.quickstart;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.replay.EventTime;
import io.bellwether.quickstart.replay.Position;
import io.bellwether.quickstart.replay.ProgressFile;
import io.bellwether.quickstart.replay.Replay;
import io.bellwether.quickstart.replay.ReplayKafka;
import io.bellwether.quickstart.replay.Saving;
import io.bellwether.quickstart.rows.CtrlC;
import io.bellwether.quickstart.rows.Meter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether replay FILE...}: recorded rows into a topic. */
@Command(
    name = "replay",
    description = {
      "Puts the rows of CSV files, plain or gzip, into a topic as JSON objects of strings, each with"
          + " the row's own time as its timestamp.",
      "It goes on where an earlier run of the same files into the same topic stopped. Rows that were"
          + " acknowledged are not sent again; after a kill, those of the last second may be."
    },
    footer = "Bad rows (number of columns, no time) are reported by file and line and skipped.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the end of the files was reached, all is acknowledged",
      "1:it could not go on; what was sent is counted",
      "2:a mistake on the command line",
      "130:stopped by Ctrl-C; what was sent is acknowledged and counted"
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "In this order. Columns go by name: the files may have different ones.")
  private List<Path> files;

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "Made where it is missing, and then keeps everything.")
  private String topic;

  @Option(
      names = "--time-column",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "Holds the row's time. Several, as Date,Time, are joined by a space.")
  private List<String> timeColumns;

  @Option(
      names = "--time-format",
      paramLabel = "FORMAT",
      defaultValue = EventTime.AUTO,
      description =
          "auto (default: epoch seconds or milliseconds, RFC 3339), or a pattern of Java's"
              + " DateTimeFormatter such as 'M/d/yyyy H:mm'.")
  private String timeFormat;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Of times that do not say theirs, such as America/Los_Angeles (default: UTC).")
  private ZoneId zone;

  @Option(
      names = "--key-column",
      paramLabel = "NAME",
      description = "Makes the records' key; files without it give records without key.")
  private String keyColumn;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "max",
      converter = Speed.class,
      description = "N times as fast as it happened, or max (default).")
  private double speed;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Brokers (default: the running demo's).")
  private String bootstrap;

  @Option(names = "--from-start", description = "Send everything, whatever an earlier run did.")
  private boolean fromStart;

  @Override
  public Integer call() throws InterruptedException {
    LauncherLog.quieten();
    String cluster = bootstrap == null ? "demo" : bootstrap;
    String brokers = bootstrap == null ? RunFile.read(state.folder()).bootstrap() : bootstrap;
    var progress = new ProgressFile(state.folder(), files, topic, cluster);
    Position begin = fromStart ? Position.START : progress.read();
    EventTime format = EventTime.of(timeFormat, zone);
    var plan = new Replay.Plan(files, topic, timeColumns, keyColumn, format, speed, begin);
    plan.check();
    PrintWriter err = spec.commandLine().getErr();
    ReplayKafka.prepare(brokers, topic).ifPresent(err::println);
    if (!begin.equals(Position.START)) {
      err.println(
          "Going on after " + files.get(begin.file()) + ":" + begin.line() + " (or --from-start).");
    }
    run(plan, brokers, progress, err);
    return OK;
  }

  private void run(Replay.Plan plan, String brokers, ProgressFile progress, PrintWriter err)
      throws InterruptedException {
    try (CtrlC time = CtrlC.heeded()) {
      Meter meter = Meter.of("replay", bytes(plan), Meter.Unit.MEGABYTES, err, time);
      Producer<byte[], byte[]> producer = ReplayKafka.producer(brokers);
      Replay replay = new Replay(plan, producer, meter, time);
      try (meter;
          Saving saving = Saving.regularly(() -> progress.write(replay.position()))) {
        replay.run();
      } finally {
        producer.close(PATIENCE);
        progress.write(replay.position());
        spec.commandLine().getOut().println(replay.counts());
        spec.commandLine().getOut().flush();
      }
    }
  }

  /** Of the files that are left. */
  private static long bytes(Replay.Plan plan) {
    long sum = 0;
    try {
      for (Path file : plan.files().subList(plan.begin().file(), plan.files().size())) {
        sum += Files.size(file);
      }
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + e.getMessage(), e);
    }
    return sum;
  }

  /** A factor, or {@code max} for infinity. */
  static final class Speed implements picocli.CommandLine.ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double factor = text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
      if (!(factor > 0)) {
        throw new IllegalArgumentException("has to be more than 0, or max");
      }
      return factor;
    }
  }
}
