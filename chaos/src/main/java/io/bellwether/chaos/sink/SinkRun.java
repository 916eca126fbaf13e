package io.bellwether.chaos.sink;

import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Kill;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.Reaper;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.TaskStates.TaskState;
import io.bellwether.chaos.lab.Weather;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import io.bellwether.standin.slack.schedule.Deck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alerts come, some of them twice, while Slack misbehaves and the worker dies; in the end each must
 * stand in its channel once.
 */
public final class SinkRun {
  private static final String[] POSTING = {"chat.postMessage"};
  private static final String[] METHODS = {
    "chat.postMessage", "conversations.history", "conversations.replies", "*"
  };
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int ALERTS_TO_A_CALL = 10;

  private final SinkPlan plan;
  private final Lab<SlackPlace> lab;
  private final Notes notes;
  private final SinkAct act;

  public SinkRun(SinkPlan plan, Lab<SlackPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    act = new SinkAct(lab.place(), plan, plan.waves());
  }

  /** Does it all and compares. */
  public Verdict run() throws Exception {
    Worker worker = lab.worker();
    ConnectorFile connector = lab.connector(act.connector(), act.changes());
    worker.rest().validate(connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(connector.name());
    lab.place().slack().forgetCalls();
    List<Kill> kills = Kill.seeded(plan.seed(), plan.kills(), 1, plan.mostPostsToAKill());
    Workspace workspace = lab.place().slack().workspace();
    try (act;
        Weather weather = weather();
        Reaper reaper = new Reaper(worker, kills, notes);
        AutoCloseable told = workspace.subscribe(event -> tell(event, reaper))) {
      act.open(lab.bootstrap());
      send(weather, reaper);
      lab.until("the sink to be done with all", PATIENCE, act.settled());
      return verdict(worker);
    }
  }

  private Weather weather() {
    Deck deck = new Deck().calls(METHODS).doneButNotSaid(POSTING);
    return Weather.begin(lab.place(), plan.seed(), plan.length(), deck, notes);
  }

  private static void tell(WorkspaceEvent event, Reaper reaper) {
    if (event instanceof WorkspaceEvent.Posted posted && posted.message().appId() != null) {
      reaper.happened();
    }
  }

  /** Waves are spread over the length, and each waits for the kill in the one before. */
  private void send(Weather weather, Reaper reaper) throws InterruptedException {
    Duration begin = notes.elapsed();
    for (int wave = 0; wave < plan.waves(); wave++) {
      int before = wave;
      Duration due = begin.plus(plan.length().multipliedBy(wave).dividedBy(plan.waves()));
      lab.until(
          "the wave's time",
          PATIENCE,
          () -> notes.elapsed().compareTo(due) >= 0 && reaper.recovered() >= before);
      act.next();
      notes.note("Wave %d of %d", wave + 1, plan.waves());
    }
    lab.until(
        "the last kill", PATIENCE, () -> reaper.recovered() == plan.kills() && weather.isOver());
  }

  private Verdict verdict(Worker worker) throws InterruptedException {
    List<Call> calls = lab.place().slack().calls();
    List<Call> tooSoon = lab.place().slack().callsInsideRetryAfter();
    List<TaskState> tasks = TaskStates.of(worker.url(), act.connector());
    Tally ids = act.tally();
    notes.note(
        "%d alerts in %d records, %d messages, %d calls: %s",
        plan.alerts(), act.records(), act.posted().messages(), calls.size(), methods(calls));
    notes.note("%d doubled over %d kills", ids.surplus().size(), plan.kills());
    Verdict verdict =
        lab.verdict()
            .add(ids)
            .add(act.shown())
            .add(!act.hasDeadLetters(), "no dead letter")
            .add(tooSoon.isEmpty(), tooSoon.size() + " calls inside a Retry-After " + tooSoon)
            .add(TaskStates.allRun(tasks), "tasks run: " + tasks)
            .add(
                Logs.with(lab.place().secretPattern(), lab.folder()).isEmpty(),
                "no token in a log");
    if (plan.burst()) {
      int most = plan.alerts() / ALERTS_TO_A_CALL;
      verdict.add(calls.size() <= most, calls.size() + " calls, " + most + " are allowed");
    }
    return verdict;
  }

  private static Map<String, Long> methods(List<Call> calls) {
    return calls.stream()
        .collect(Collectors.groupingBy(Call::method, TreeMap::new, Collectors.counting()));
  }
}
