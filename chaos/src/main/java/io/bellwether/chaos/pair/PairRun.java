package io.bellwether.chaos.pair;

import io.bellwether.chaos.act.Act;
import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.TaskStates.TaskState;
import io.bellwether.chaos.lab.Weather;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.chaos.polled.PolledAct;
import io.bellwether.chaos.sink.SinkAct;
import io.bellwether.chaos.source.SourceAct;
import io.bellwether.chaos.source.SourcePlan;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.slack.schedule.Deck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All connectors with three tasks each on two workers, of which one after the other is killed and
 * started again, while things happen all the time and services answer badly; in the end what came
 * out of each connector must be exactly what happened.
 */
public final class PairRun {
  private static final int TASKS = 3;
  private static final double SHARE = 0.1;
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String[] READING = {"*"};
  private static final String[] POSTING = {"chat.postMessage"};

  private final PairPlan plan;
  private final Lab<PairPlace> lab;
  private final PairPlace place;
  private final Notes notes;
  private final SinkAct sink;
  private final List<Act> acts;

  public PairRun(PairPlan plan, Lab<PairPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    place = lab.place();
    sink = new SinkAct(place.slack(), plan.alerts(), plan.waves());
    acts =
        List.of(
            new SourceAct(place.slack(), plan.script(), SourcePlan.Mode.HISTORY),
            new PolledAct(place.x()),
            new PolledAct(place.trades()),
            sink);
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    List<Worker> workers = List.of(lab.worker(), lab.worker());
    Worker first = workers.get(0);
    for (Act act : acts) {
      act.open(lab.bootstrap());
      ConnectorFile connector = lab.connector(act.connector(), changes(act));
      first.rest().validate(connector);
      first.rest().submit(connector);
    }
    lab.until("three tasks of each connector", PATIENCE, () -> areComplete(first));
    try (Weather weather = weather();
        Turns turns = new Turns(workers, plan.deaths(), notes)) {
      place.x().misbehave(plan.seed(), SHARE);
      place.trades().misbehave(plan.seed(), SHARE);
      happen(turns);
      for (Act act : acts) {
        lab.until("all of " + act.connector(), PATIENCE, () -> act.tally().isComplete());
      }
      weather.close();
      place.x().behave();
      place.trades().behave();
      List<Lab.Condition> settled = new ArrayList<>();
      for (Act act : acts) {
        settled.add(act.settled());
      }
      for (Lab.Condition each : settled) {
        lab.until("what came twice to show", PATIENCE, each);
      }
      lab.until("tasks on both workers", PATIENCE, () -> isShared(workers));
      return verdict(first);
    } finally {
      acts.forEach(Act::close);
    }
  }

  private Map<String, String> changes(Act act) {
    Map<String, String> changes = new HashMap<>(act.changes());
    changes.put("tasks.max", String.valueOf(TASKS));
    if (act.connector().equals(place.x().connector())) {
      changes.put("poll.interval.ms", plan.postsInterval());
    }
    return changes;
  }

  private Weather weather() {
    Deck deck = new Deck().calls(READING).doneButNotSaid(POSTING);
    return Weather.begin(place.slack(), plan.seed(), Duration.ZERO, deck, notes);
  }

  private void happen(Turns turns) throws InterruptedException {
    Duration begin = notes.elapsed();
    lab.until(
        "the end of all that happens",
        plan.length().plus(PATIENCE),
        () -> {
          Duration passed = notes.elapsed().minus(begin);
          acts.forEach(act -> step(act, passed));
          turns.look(passed);
          return turns.areOver() && acts.stream().allMatch(act -> act.taken() == act.all());
        });
  }

  /** Steps are evenly spread over the length. */
  private void step(Act act, Duration passed) {
    while (act.taken() < act.all()
        && plan.length().multipliedBy(act.taken()).dividedBy(act.all()).compareTo(passed) <= 0) {
      act.next();
    }
  }

  private boolean areComplete(Worker asked) throws InterruptedException {
    for (Act act : acts) {
      List<TaskState> tasks = TaskStates.of(asked.url(), act.connector());
      if (tasks.size() != TASKS || !TaskStates.allRun(tasks)) {
        return false;
      }
    }
    return true;
  }

  private boolean isShared(List<Worker> workers) throws InterruptedException {
    Set<String> used = new HashSet<>();
    for (Act act : acts) {
      TaskStates.of(workers.get(0).url(), act.connector()).forEach(task -> used.add(task.worker()));
    }
    return workers.stream().map(Worker::id).allMatch(used::contains) && areComplete(workers.get(0));
  }

  private Verdict verdict(Worker asked) throws InterruptedException {
    Verdict verdict = lab.verdict();
    for (Act act : acts) {
      Tally tally = act.tally();
      verdict.add(tally);
      List<TaskState> tasks = TaskStates.of(asked.url(), act.connector());
      verdict.add(
          tasks.size() == TASKS && TaskStates.allRun(tasks),
          act.connector() + ", tasks run: " + tasks);
    }
    return verdict
        .add(!sink.hasDeadLetters(), "no dead letter")
        .add(Logs.with(place.secretPattern(), lab.folder()).isEmpty(), "no secret in a log");
  }
}
