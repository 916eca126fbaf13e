package io.bellwether.chaos;

import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.source.SourcePlan;
import io.bellwether.chaos.source.SourceRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos source}: what is said in Slack arrives once. */
@Command(
    name = "source",
    description = "The Slack source on one worker: exactly what was said is in the topic.",
    mixinStandardHelpOptions = true)
final class SourceCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private KillOptions kills;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "socket",
      description = "socket (default) or history.")
  private SourcePlan.Mode mode;

  @Override
  public Integer call() throws Exception {
    SourcePlan plan = new SourcePlan(options.length(), kills.kills(), options.script(), mode);
    return options.execute(
        "source, mode " + mode + ", " + kills.kills() + " kills",
        new SlackPlace(),
        (lab, notes) -> new SourceRun(plan, lab, notes).run());
  }
}
