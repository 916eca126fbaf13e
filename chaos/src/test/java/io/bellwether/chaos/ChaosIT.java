package io.bellwether.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.Place;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.pair.PairPlace;
import io.bellwether.chaos.pair.PairPlan;
import io.bellwether.chaos.pair.PairRun;
import io.bellwether.chaos.source.SourcePlan;
import io.bellwether.chaos.source.SourceRun;
import io.bellwether.standin.slack.script.Script;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A minute of all plugins, and Socket Mode under a kill; the long runs are those of {@link Chaos}.
 */
class ChaosIT {
  private static final long SEED = 20181115;

  @TempDir Path temporary;
  private final StringWriter story = new StringWriter();

  @Test
  void theSourceLosesAndDoublesNothingWhenItsWorkerIsKilled() throws Exception {
    Script script = new Script(3, 40, 8, 24, 5, 2, 6, 3, 2, SEED);
    SourcePlan plan = new SourcePlan(Duration.ZERO, 1, script, SourcePlan.Mode.SOCKET);
    judge(new SlackPlace(), (lab, notes) -> new SourceRun(plan, lab, notes).run());
  }

  @Test
  void noConnectorLosesOrDoublesAnythingWhenTwoWorkersAreKilledByTurns() throws Exception {
    PairPlan plan = new PairPlan(SEED, Duration.ofMinutes(1), Duration.ofSeconds(30));
    judge(new PairPlace(plan), (lab, notes) -> new PairRun(plan, lab, notes).run());
  }

  private <P extends Place> void judge(P place, RunOptions.Run<P> run) throws Exception {
    Notes notes = new Notes(new PrintWriter(story));
    try (Lab<P> lab = Lab.open(temporary.resolve("state"), notes, place)) {
      Verdict verdict = run.in(lab, notes);
      assertThat(verdict.isKept()).as("%s%n%s", story, verdict).isTrue();
    }
  }
}
