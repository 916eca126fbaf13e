package io.bellwether.chaos.source;

import io.bellwether.chaos.check.Tally;
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
    Hunt hunt = new Hunt(lab, notes, plan.length(), PATIENCE);
    boolean restarts = plan.workers() == 1;
    try (Weather weather = weather();
        Topic committed = Topic.committed(lab.bootstrap(), Topics.FEEDBACK);
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), Topics.FEEDBACK)) {
      hunt.run(first, restarts, plan.killsOfTalk(), uncommitted, talk);
      awaitAll(committed);
      if (plan.hasChanges()) {
        // What was said is no news any more: the kill is to wait for the changes.
        uncommitted.eventIds();
        talk.change();
        notes.note("Some of it is changed");
        hunt.run(first, restarts, plan.killsOfChanges(), uncommitted, Hunt.Steps.none());
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
