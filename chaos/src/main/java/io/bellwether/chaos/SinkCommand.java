package io.bellwether.chaos;

import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.sink.SinkPlan;
import io.bellwether.chaos.sink.SinkRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos sink}: each alert stands in Slack once. */
@Command(
    name = "sink",
    description =
        "The Slack sink on one worker: each alert stands in its channel once. With --kills 50 it"
            + " measures how often an alert is doubled.",
    mixinStandardHelpOptions = true)
final class SinkCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private KillOptions kills;

  @Option(
      names = "--alerts",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "How many alerts come (default: ${DEFAULT-VALUE}); a tenth of them comes twice.")
  private int alerts;

  @Option(
      names = "--burst",
      description =
          "All alerts come at once, and Slack may be called once for ten of them; else they come"
              + " in waves.")
  private boolean burst;

  @Override
  public Integer call() throws Exception {
    SinkPlan plan =
        new SinkPlan(options.seed(), options.length(), kills.kills(), alerts, alerts / 10, burst);
    return options.execute(
        "sink, " + (burst ? "burst" : "waves") + ", " + kills.kills() + " kills",
        new SlackPlace(),
        (lab, notes) -> new SinkRun(plan, lab, notes).run());
  }
}
