package io.bellwether.chaos;

import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.source.SourcePlan;
import io.bellwether.chaos.source.SourceRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos source}: what is said in Slack arrives once. */
@Command(
    name = "source",
    description = "The Slack source on one worker: exactly what was said is in the topic.",
    mixinStandardHelpOptions = true)
final class SourceCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "socket",
      description = "socket (default) or history.")
  private SourcePlan.Mode mode;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often the worker is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Override
  public Integer call() throws Exception {
    SourcePlan plan = SourcePlan.alone(options.length(), kills, options.script(), mode);
    return options.execute(
        "source, mode " + mode + ", " + kills + " kills",
        spec.commandLine().getOut(),
        new SlackPlace(),
        (lab, notes) -> new SourceRun(plan, lab, notes).run());
  }
}
