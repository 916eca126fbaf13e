package io.bellwether.chaos;

import io.bellwether.chaos.polled.PolledPlan;
import io.bellwether.chaos.polled.PolledRun;
import io.bellwether.chaos.polled.XPlace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos x}: each post arrives once. */
@Command(
    name = "x",
    description =
        "The X source on one worker: exactly the posts of three queries are in the topic.",
    mixinStandardHelpOptions = true)
final class XCommand implements Callable<Integer> {
  private static final int POSTS_EACH = 10;

  @Mixin private RunOptions options;
  @Mixin private PolledOptions polled;

  @Option(
      names = "--posts",
      paramLabel = "N",
      defaultValue = "5000",
      description = "How many posts there are, about (default: ${DEFAULT-VALUE}).")
  private int posts;

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "100",
      description = "Posts a page, 10 to 100 (default: ${DEFAULT-VALUE}).")
  private int pageSize;

  @Option(
      names = "--limited",
      description =
          "X says once that the calls of its window are used up: add a quarter of an hour.")
  private boolean limited;

  @Override
  public Integer call() throws Exception {
    PolledPlan plan = polled.plan(options);
    XPlace.Setting setting = new XPlace.Setting(posts / POSTS_EACH, pageSize, limited);
    return options.execute(
        "X, pages of " + pageSize + ", " + plan.kills() + " kills",
        new XPlace(setting, options.seed()),
        (lab, notes) -> new PolledRun(plan, lab, notes).run());
  }
}
