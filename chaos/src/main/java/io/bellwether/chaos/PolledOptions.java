package io.bellwether.chaos;

import io.bellwether.chaos.polled.PolledPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What runs of polling sources have in common. */
final class PolledOptions {
  @Mixin private KillOptions kills;

  @Option(
      names = "--share",
      paramLabel = "P",
      defaultValue = "0.15",
      description = "The share of calls that go wrong (default: ${DEFAULT-VALUE}).")
  private double share;

  PolledPlan plan(RunOptions options) {
    return new PolledPlan(options.seed(), options.length(), kills.kills(), share);
  }
}
