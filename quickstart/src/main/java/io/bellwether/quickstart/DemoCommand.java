package io.bellwether.quickstart;

import io.bellwether.quickstart.addition.Additions;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Trigger;
import io.bellwether.quickstart.trades.Exchanges;
import io.bellwether.quickstart.trips.TripsReplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bellwether demo}: everything on this machine, until Ctrl-C. */
@Command(
    name = "demo",
    description =
        "Starts a broker, a Connect worker, the Spark job, a local stand-in for Slack and a page.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int OK = 0;

  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Option(names = "--fresh", description = "Clear the state folder first.")
  private boolean fresh;

  @Option(
      names = "--page-port",
      paramLabel = "N",
      defaultValue = "7700",
      description = "Port of the page (default: ${DEFAULT-VALUE}, or any free one).")
  private int pagePort;

  @Option(
      names = "--trigger",
      paramLabel = "WHEN",
      defaultValue = "micro-batch",
      converter = TriggerName.class,
      description = "When the analyzer works: micro-batch (default) or continuous.")
  private Trigger trigger;

  @Option(
      names = "--with",
      paramLabel = "NAME",
      split = ",",
      description =
          "What runs beside Slack: ${COMPLETION-CANDIDATES}. x is a stand-in for X, whose posts go"
              + " into the same topic; trades are exchanges with a source, a job that watches their"
              + " markets, and alerts in #trade-alerts; trips are those of a bike share, replayed, with"
              + " a job that counts them, and alerts in #trip-alerts. Several with commas.")
  private List<Additions.Name> with = List.of();

  @Option(
      names = "--trades",
      paramLabel = "FILE",
      description =
          "With trades: recorded ones, a CSV file (plain or gzip) with the columns exchange, base,"
              + " quote, timestamp, price and volume, and id and side if it has them. Without it"
              + " trades are made up.")
  private Path trades;

  @Option(
      names = "--trades-speed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many times as fast as they were recorded; of made-up ones, how many times as many"
              + " (default: ${DEFAULT-VALUE}).")
  private double tradesSpeed;

  @Option(
      names = "--trips",
      paramLabel = "FILE",
      split = ",",
      description =
          "With trips: recorded ones, CSV files (plain or gzip) in the columns of BIKETOWN, of any"
              + " year, several with commas. Without it trips are made up.")
  private List<Path> trips = List.of();

  @Option(
      names = "--trips-speed",
      paramLabel = "N",
      converter = ReplayCommand.Speed.class,
      description = "How many times as fast as they happened (default: 3600), or max.")
  private Double tripsSpeed;

  @Override
  public Integer call() {
    Exchanges.Choice exchanges = exchanges();
    TripsReplay.Choice rides = rides();
    Watch watch = new Watch();
    CountDownLatch closed = new CountDownLatch(1);
    // Ctrl-C and SIGTERM end this thread's wait; it then closes everything in its order.
    Thread hook = new Thread(() -> stopAndAwait(watch, closed), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Demo demo = new Demo(Home.ofThisProgram(), watch, spec.commandLine().getOut());
      demo.run(new Demo.Choice(state.folder(), fresh, pagePort, trigger, with, exchanges, rides));
    } finally {
      closed.countDown();
    }
    return OK;
  }

  private Exchanges.Choice exchanges() {
    if (!(tradesSpeed > 0)) {
      throw wrong("--trades-speed must be above 0, and is " + tradesSpeed + ".");
    }
    if (trades != null && !with.contains(Additions.Name.TRADES)) {
      throw wrong("--trades has an effect only together with --with trades.");
    }
    return new Exchanges.Choice(Optional.ofNullable(trades), tradesSpeed);
  }

  private TripsReplay.Choice rides() {
    if ((!trips.isEmpty() || tripsSpeed != null) && !with.contains(Additions.Name.TRIPS)) {
      throw wrong("--trips and --trips-speed have an effect only together with --with trips.");
    }
    double speed = tripsSpeed == null ? TripsReplay.Choice.USUAL_SPEED : tripsSpeed;
    return new TripsReplay.Choice(List.copyOf(trips), speed);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private static void stopAndAwait(Watch watch, CountDownLatch closed) {
    watch.stop();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
