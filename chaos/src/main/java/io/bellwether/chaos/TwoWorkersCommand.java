package io.bellwether.chaos;

import io.bellwether.chaos.pair.PairPlace;
import io.bellwether.chaos.pair.PairPlan;
import io.bellwether.chaos.pair.PairRun;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos two-workers}: the other worker takes over, again and again. */
@Command(
    name = "two-workers",
    description =
        "All connectors with three tasks each on two workers. Things happen all the time, and one"
            + " worker after the other is killed and started again: nothing lost, nothing doubled.",
    mixinStandardHelpOptions = true)
final class TwoWorkersCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Option(
      names = "--kill-every",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "In each such span one worker is killed (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    PairPlan plan = new PairPlan(options.seed(), options.length(), Duration.ofSeconds(seconds));
    return options.execute(
        "two workers, all connectors, a kill in " + seconds + " s",
        new PairPlace(plan),
        (lab, notes) -> new PairRun(plan, lab, notes).run());
  }
}
