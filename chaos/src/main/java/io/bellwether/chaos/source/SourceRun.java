package io.bellwether.chaos.source;

import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Topic;
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
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.schedule.Deck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * People talk while Slack misbehaves and workers die; in the end the topic must hold exactly what
 * was said.
 */
public final class SourceRun {
  private static final String CONNECTOR = "slack-source";
  private static final String[] METHODS = {
    "conversations.history", "conversations.replies", "users.info", "apps.connections.open", "*"
  };

  /** Longer than Slack's last redelivery, five minutes after the one before. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int TASKS = 3;

  /** How far people are ahead of the reader in a run without times. */
  private static final int AHEAD = 10;

  /** Of each channel: that of new messages, and one or two of the window. */
  private static final int READINGS = 3;

  private final SourcePlan plan;
  private final Lab<SlackPlace> lab;
  private final Notes notes;
  private final Conversation talk;

  public SourceRun(SourcePlan plan, Lab<SlackPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    talk = new Conversation(plan.script(), lab.place().slack(), lab.place().app());
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int each = 0; each < plan.workers(); each++) {
      workers.add(lab.worker());
    }
    Worker first = workers.get(0);
    ConnectorFile connector = connector();
    first.rest().validate(connector);
    first.rest().submit(connector);
    first.rest().awaitRunning(CONNECTOR);
    notes.note("%s runs: %s", CONNECTOR, TaskStates.of(first.url(), CONNECTOR));
    try (Weather weather = weather();
        Topic committed = Topic.committed(lab.bootstrap(), Topics.FEEDBACK);
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), Topics.FEEDBACK)) {
      kill(first, plan.killsOfTalk(), uncommitted, this::talkOn);
      awaitAll(committed);
      if (plan.hasChanges()) {
        // What was said is no news any more: the kill is to wait for the changes.
        uncommitted.eventIds();
        talk.change();
        notes.note("Some of it is changed");
        kill(first, plan.killsOfChanges(), uncommitted, (passed, reaper) -> {});
        awaitAll(committed);
      }
      lab.until("the end of the storm", PATIENCE, weather::isOver);
      weather.close();
      int before = lab.place().slack().calls().size();
      lab.until("history to be read again", PATIENCE, () -> isReadAgainSince(before));
      return verdict(committed, workers.get(workers.size() - 1));
    }
  }

  private ConnectorFile connector() {
    String names = talk.channels().stream().map(Channel::name).collect(Collectors.joining(","));
    String interval = plan.isTimed() ? "30000" : "5000";
    return lab.connector(
        CONNECTOR,
        Map.of(
            "slack.channels",
            names,
            "mode",
            plan.mode().key(),
            "start.from",
            talk.start(),
            "changes",
            "emit",
            "tasks.max",
            String.valueOf(plan.workers() == 1 ? 1 : TASKS),
            "slack.timeout.ms",
            "2000",
            "poll.interval.ms",
            "2000",
            "watch.interval.ms",
            "5000",
            "history.interval.ms",
            interval));
  }

  private Weather weather() {
    Deck deck = new Deck().calls(METHODS);
    if (plan.mode() == SourcePlan.Mode.SOCKET) {
      deck.sockets();
    }
    return Weather.begin(lab, plan.script().seed(), plan.length(), deck, notes);
  }

  /** What people do meanwhile; returns whether they go on. */
  @FunctionalInterface
  private interface Meanwhile {
    void go(Duration passed, Reaper reaper);
  }

  /**
   * Tells the reaper of each record that shows up, until everything is said and everyone killed.
   */
  private void kill(Worker worker, List<Kill> kills, Topic uncommitted, Meanwhile people)
      throws InterruptedException {
    Duration begin = notes.elapsed();
    try (Reaper reaper = new Reaper(worker, kills, plan.workers() == 1, notes)) {
      while (!talk.isOver() || reaper.recovered() < kills.size()) {
        Duration passed = notes.elapsed().minus(begin);
        people.go(passed, reaper);
        for (int records = uncommitted.poll(); records > 0; records--) {
          reaper.happened();
        }
        if (passed.compareTo(plan.length().plus(PATIENCE)) > 0) {
          lab.violated("only " + reaper.recovered() + " of " + kills.size() + " kills in time");
          return;
        }
      }
    }
  }

  /** Timed, people talk for two thirds of the length, so that changes come in bad weather too. */
  private void talkOn(Duration passed, Reaper reaper) {
    Duration length = plan.length().multipliedBy(2).dividedBy(3);
    while (!talk.isOver() && isDue(passed, length, reaper)) {
      talk.next();
    }
  }

  /** Untimed, people wait for the reader, so that it dies at work, and go on while it is dead. */
  private boolean isDue(Duration passed, Duration length, Reaper reaper) {
    return plan.isTimed()
        ? passed.compareTo(length.multipliedBy(talk.said()).dividedBy(talk.steps())) >= 0
        : reaper.isAtWork() || talk.said() < reaper.events() + AHEAD;
  }

  private void awaitAll(Topic committed) throws InterruptedException {
    int expected = talk.expected().size();
    lab.until("all " + expected + " records", PATIENCE, () -> tally(committed).isComplete());
  }

  private boolean isReadAgainSince(int before) {
    // Slack's last redelivery is minutes away; only a long run has the time for it.
    boolean settled =
        !plan.isTimed() || lab.place().slack().sockets().unacknowledged(lab.place().app()) == 0;
    return settled
        && talk.channels().stream().allMatch(channel -> readings(channel, before) >= READINGS);
  }

  private long readings(Channel channel, int before) {
    return lab.place().slack().calls().stream()
        .skip(before)
        .filter(call -> call.ok() && call.method().equals("conversations.history"))
        .filter(call -> channel.id().equals(call.parameters().get("channel")))
        .count();
  }

  private Tally tally(Topic committed) {
    List<String> found = new ArrayList<>(committed.eventIds());
    talk.possible().forEach(found::remove);
    return Tally.of("event ids in " + Topics.FEEDBACK + ", read_committed", talk.expected(), found);
  }

  private Verdict verdict(Topic committed, Worker survivor) throws InterruptedException {
    List<TaskState> tasks = TaskStates.of(survivor.url(), CONNECTOR);
    boolean onSurvivor = tasks.stream().allMatch(task -> task.worker().equals(survivor.id()));
    List<String> seen = new ArrayList<>(talk.possible());
    seen.retainAll(committed.eventIds());
    notes.note(
        "%d calls, of them %d inside a Retry-After; %d of %d changes of replies seen live",
        lab.place().slack().calls().size(),
        lab.place().slack().callsInsideRetryAfter().size(),
        seen.size(),
        talk.possible().size());
    return lab.verdict()
        .add(tally(committed))
        .add(
            !tasks.isEmpty() && tasks.stream().allMatch(TaskState::isRunning) && onSurvivor,
            "all tasks run on " + survivor + " (" + survivor.id() + "): " + tasks)
        .add(Logs.with(lab.place().secretPattern(), lab.folder()).isEmpty(), "no token in a log");
  }
}
