package io.bellwether.chaos;

import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.source.SourcePlan;
import io.bellwether.chaos.source.SourceRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chaos two-workers}: the other worker takes over. */
@Command(
    name = "two-workers",
    description =
        "The Slack source in history mode with three tasks on two workers, of which one is killed:"
            + " nothing lost, nothing doubled, and all tasks run on the other.",
    mixinStandardHelpOptions = true)
final class TwoWorkersCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SourcePlan plan = SourcePlan.inPair(options.length(), options.script());
    return options.execute(
        "two workers, three tasks, one kill",
        spec.commandLine().getOut(),
        new SlackPlace(),
        (lab, notes) -> new SourceRun(plan, lab, notes).run());
  }
}
