package io.bellwether.chaos.polled;

import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Topic;
import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Hunt;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.TaskStates.TaskState;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.quickstart.stack.ConnectorFile;
import java.time.Duration;
import java.util.List;

/**
 * Things appear at a service that answers badly while the worker dies; in the end the topic must
 * hold exactly what appeared.
 */
public final class PolledRun {
  /** Longer than a window of X's limits. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** After the last record everything is asked for so often again: what came twice would show. */
  private static final int ROUNDS = 3;

  private final PolledPlan plan;
  private final Lab<? extends PolledPlace> lab;
  private final PolledPlace place;
  private final Notes notes;

  public PolledRun(PolledPlan plan, Lab<? extends PolledPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.place = lab.place();
    this.notes = notes;
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    Worker worker = lab.worker();
    ConnectorFile connector = lab.connector(place.connector(), place.changes());
    worker.rest().validate(connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(connector.name());
    notes.note("%s runs: %s", connector.name(), TaskStates.of(worker.url(), connector.name()));
    notes.note("%.0f %% of all calls go wrong", plan.share() * 100);
    place.misbehave(plan.seed(), plan.share());
    try (Topic committed = Topic.committed(lab.bootstrap(), place.topic());
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), place.topic())) {
      new Hunt(lab, notes, plan.length(), PATIENCE)
          .run(worker, true, plan.deaths(place.all() * place.recordsEach()), uncommitted, place);
      List<String> expected = place.expected();
      lab.until(
          "all " + expected.size() + " records",
          PATIENCE,
          () -> tally(expected, committed).isComplete());
      place.behave();
      int before = place.calls();
      lab.until(
          "everything to be asked for again",
          PATIENCE,
          () -> place.calls() >= before + ROUNDS * place.partitions());
      return verdict(tally(expected, committed), worker, connector.name());
    }
  }

  private Tally tally(List<String> expected, Topic committed) {
    return Tally.of(
        "event ids in " + place.topic() + ", read_committed", expected, committed.eventIds());
  }

  private Verdict verdict(Tally tally, Worker worker, String connector)
      throws InterruptedException {
    List<TaskState> tasks = TaskStates.of(worker.url(), connector);
    List<String> tooSoon = place.callsTooSoon();
    notes.note("%d calls, of them %d before a limit was over", place.calls(), tooSoon.size());
    return lab.verdict()
        .add(tally)
        .add(tooSoon.isEmpty(), tooSoon.size() + " calls before a limit was over " + tooSoon)
        .add(
            !tasks.isEmpty() && tasks.stream().allMatch(TaskState::isRunning),
            "tasks run: " + tasks)
        .add(Logs.with(place.secretPattern(), lab.folder()).isEmpty(), "no secret in a log");
  }
}
