package io.bellwether.benchmarks;

import io.bellwether.benchmarks.measure.TradesToAlerts;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What is sent to the trades job. */
final class TradesOptions {
  @Option(
      names = "--trades-rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "Trades a second, of 2,400 markets (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--trades",
      paramLabel = "N",
      defaultValue = "6000",
      description = "Trades that are timed (default: ${DEFAULT-VALUE}).")
  private int trades;

  @Option(
      names = "--trades-warm-up",
      paramLabel = "N",
      defaultValue = "24000",
      description =
          "Trades before those, counted, not timed: Spark compiles for some two minutes before a"
              + " batch takes what it takes from then on (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--trades-backlog",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Trades to work off (default: ${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--trades-alert-every",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "One of how many trades of a market in the backlog raises an alert, 2 or more (default:"
              + " ${DEFAULT-VALUE}).")
  private int alertEvery;

  TradesToAlerts.Load load(CommandSpec spec, long seed) {
    if (alertEvery < 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--trades-alert-every "
              + alertEvery
              + ": a price must be back before it can cross a level again. Write 2 or more");
    }
    return new TradesToAlerts.Load(rate, warmUp, trades, backlog, alertEvery, seed);
  }
}
