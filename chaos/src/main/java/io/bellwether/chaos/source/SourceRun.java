package io.bellwether.chaos.source;

import io.bellwether.chaos.check.Topic;
import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Hunt;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.TaskStates.TaskState;
import io.bellwether.chaos.lab.Weather;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.slack.schedule.Deck;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People talk while Slack misbehaves and the worker dies; in the end the topic must hold exactly
 * what was said.
 */
public final class SourceRun {
  private static final String[] METHODS = {
    "conversations.history", "conversations.replies", "users.info", "apps.connections.open", "*"
  };

  /** Longer than Slack's last redelivery, five minutes after the one before. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final SourcePlan plan;
  private final Lab<SlackPlace> lab;
  private final Notes notes;
  private final SourceAct act;

  public SourceRun(SourcePlan plan, Lab<SlackPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    act = new SourceAct(lab.place(), plan.script(), plan.mode());
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    Worker worker = lab.worker();
    ConnectorFile connector = connector();
    worker.rest().validate(connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(act.connector());
    notes.note("%s runs: %s", act.connector(), TaskStates.of(worker.url(), act.connector()));
    Hunt hunt = new Hunt(lab, notes, plan.length(), PATIENCE);
    try (act;
        Weather weather = weather();
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), Topics.FEEDBACK)) {
      act.open(lab.bootstrap());
      hunt.run(worker, plan.killsOfTalk(), uncommitted, act);
      awaitAll();
      if (plan.hasChanges()) {
        // What was said is no news any more: the kill is to wait for the changes.
        uncommitted.eventIds();
        act.change();
        notes.note("Some of it is changed");
        hunt.run(worker, plan.killsOfChanges(), uncommitted, Hunt.Steps.none());
        awaitAll();
      }
      lab.until("the end of the storm", PATIENCE, weather::isOver);
      weather.close();
      Lab.Condition readAgain = act.settled();
      lab.until("history to be read again", PATIENCE, () -> isAcknowledged() && readAgain.holds());
      return verdict(worker);
    }
  }

  private ConnectorFile connector() {
    Map<String, String> changes = new LinkedHashMap<>(act.changes());
    if (plan.isTimed()) {
      changes.put("history.interval.ms", "30000");
    }
    return lab.connector(act.connector(), changes);
  }

  private Weather weather() {
    Deck deck = new Deck().calls(METHODS);
    if (plan.mode() == SourcePlan.Mode.SOCKET) {
      deck.sockets();
    }
    return Weather.begin(lab.place(), plan.script().seed(), plan.length(), deck, notes);
  }

  private void awaitAll() throws InterruptedException {
    lab.until("all " + act.tally().expected() + " records", PATIENCE, act::isThere);
  }

  /** Slack's last redelivery is minutes away; only a long run has the time for it. */
  private boolean isAcknowledged() {
    return !plan.isTimed() || lab.place().slack().sockets().unacknowledged(lab.place().app()) == 0;
  }

  private Verdict verdict(Worker worker) throws InterruptedException {
    List<TaskState> tasks = TaskStates.of(worker.url(), act.connector());
    notes.note(
        "%d calls, of them %d inside a Retry-After; %s changes of replies seen live",
        lab.place().slack().calls().size(),
        lab.place().slack().callsInsideRetryAfter().size(),
        act.seenBesides());
    return lab.verdict()
        .add(act.tally())
        .add(TaskStates.allRun(tasks), "tasks run: " + tasks)
        .add(Logs.with(lab.place().secretPattern(), lab.folder()).isEmpty(), "no token in a log");
  }
}
