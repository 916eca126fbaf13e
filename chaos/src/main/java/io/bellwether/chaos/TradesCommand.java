package io.bellwether.chaos;

import io.bellwether.chaos.polled.PolledPlan;
import io.bellwether.chaos.polled.PolledRun;
import io.bellwether.chaos.polled.TradesPlace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos trades}: each trade arrives once. */
@Command(
    name = "trades",
    description =
        "The trades source on one worker: exactly the trades of three markets are in the topic.",
    mixinStandardHelpOptions = true)
final class TradesCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private PolledOptions polled;

  @Option(
      names = "--api",
      paramLabel = "API",
      defaultValue = "kraken",
      description = "kraken (default), coinbase, binance or nomics.")
  private TradesPlace.Api api;

  @Option(
      names = "--bursts",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many bursts of ten trades there are (default: ${DEFAULT-VALUE}).")
  private int bursts;

  @Override
  public Integer call() throws Exception {
    PolledPlan plan = polled.plan(options);
    return options.execute(
        "trades, API " + api + ", " + plan.kills() + " kills",
        new TradesPlace(api, bursts, options.seed()),
        (lab, notes) -> new PolledRun(plan, lab, notes).run());
  }
}
