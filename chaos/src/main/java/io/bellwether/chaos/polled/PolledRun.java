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

  private final PolledPlan plan;
  private final Lab<? extends PolledPlace> lab;
  private final PolledPlace place;
  private final PolledAct act;
  private final Notes notes;

  public PolledRun(PolledPlan plan, Lab<? extends PolledPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.place = lab.place();
    this.act = new PolledAct(place);
    this.notes = notes;
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    Worker worker = lab.worker();
    ConnectorFile connector = lab.connector(act.connector(), act.changes());
    worker.rest().validate(connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(connector.name());
    notes.note("%s runs: %s", connector.name(), TaskStates.of(worker.url(), connector.name()));
    notes.note("%.0f %% of all calls go wrong", plan.share() * 100);
    place.misbehave(plan.seed(), plan.share());
    try (act;
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), place.topic())) {
      act.open(lab.bootstrap());
      new Hunt(lab, notes, plan.length(), PATIENCE)
          .run(worker, plan.deaths(act.all() * act.recordsEach()), uncommitted, act);
      lab.until("all " + place.expected().size() + " records", PATIENCE, act::isThere);
      place.behave();
      lab.until("everything to be asked for again", PATIENCE, act.settled());
      return verdict(act.tally(), worker, connector.name());
    }
  }

  private Verdict verdict(Tally tally, Worker worker, String connector)
      throws InterruptedException {
    List<TaskState> tasks = TaskStates.of(worker.url(), connector);
    List<String> tooSoon = place.callsTooSoon();
    notes.note("%d calls, of them %d before a limit was over", place.calls(), tooSoon.size());
    return lab.verdict()
        .add(tally)
        .add(tooSoon.isEmpty(), tooSoon.size() + " calls before a limit was over " + tooSoon)
        .add(TaskStates.allRun(tasks), "tasks run: " + tasks)
        .add(Logs.with(place.secretPattern(), lab.folder()).isEmpty(), "no secret in a log");
  }
}
