package io.bellwether.chaos.source;

import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Topic;
import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Kill;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.Reaper;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.TaskStates.TaskState;
import io.bellwether.chaos.lab.Weather;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.schedule.Deck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * People talk while Slack misbehaves and workers die; in the end the topic must hold exactly what
 * was said.
 */
public final class SourceRun {
  private static final String CONNECTOR = "slack-source";
  private static final List<String> CHANNELS = List.of("feedback", "support", "ideas");
  private static final String[] METHODS = {
    "conversations.history", "conversations.replies", "users.info", "apps.connections.open", "*"
  };

  /** Longer than Slack's last redelivery, five minutes after the one before. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int TASKS = 3;

  /** How far people are ahead of the reader in a run without times. */
  private static final int AHEAD = 10;

  private final SourcePlan plan;
  private final Lab lab;
  private final Notes notes;
  private final List<Channel> channels;
  private final Talk talk;

  public SourceRun(SourcePlan plan, Lab lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    channels =
        CHANNELS.stream().map(name -> lab.slack().workspace().createChannel(name, false)).toList();
    channels.forEach(channel -> lab.slack().workspace().join(lab.app(), channel));
    talk = new Messages(lab.slack(), channels, plan.seed(), plan.messages());
  }

  /** Does it all and compares. */
  public Verdict run() throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int each = 0; each < plan.workers(); each++) {
      workers.add(lab.worker());
    }
    Worker first = workers.get(0);
    Worker last = workers.get(workers.size() - 1);
    ConnectorFile connector = connector();
    first.rest().validate(connector);
    first.rest().submit(connector);
    first.rest().awaitRunning(CONNECTOR);
    notes.note("%s runs: %s", CONNECTOR, TaskStates.of(first.url(), CONNECTOR));
    int most = Math.max(1, plan.messages() * 9 / 10 / Math.max(1, plan.kills()));
    List<Kill> kills = Kill.seeded(plan.seed(), plan.kills(), Math.max(1, most / 2), most);
    try (Weather weather = weather();
        Reaper reaper = new Reaper(first, kills, plan.workers() == 1, notes);
        Topic uncommitted = Topic.uncommitted(lab.bootstrap(), Topics.FEEDBACK)) {
      talkOn(weather, reaper, uncommitted);
      notes.note("All is said; %d records are expected", talk.expected().size());
      return verdict(settle(weather), last);
    }
  }

  private ConnectorFile connector() {
    return lab.connector(
        CONNECTOR,
        Map.of(
            "slack.channels",
            String.join(",", CHANNELS),
            "mode",
            plan.mode().key(),
            "tasks.max",
            String.valueOf(plan.workers() == 1 ? 1 : TASKS),
            "slack.timeout.ms",
            "2000",
            "poll.interval.ms",
            "2000",
            "history.interval.ms",
            plan.isTimed() ? "30000" : "5000"));
  }

  private Weather weather() {
    Deck deck = new Deck().calls(METHODS);
    if (plan.mode() == SourcePlan.Mode.SOCKET) {
      deck.sockets();
    }
    return Weather.begin(lab, plan.seed(), plan.length(), deck, notes);
  }

  /** The steps are spread over the length; each record that shows up is told to the reaper. */
  private void talkOn(Weather weather, Reaper reaper, Topic uncommitted)
      throws InterruptedException {
    int said = 0;
    Duration begin = notes.elapsed();
    while (said < talk.steps() || reaper.recovered() < plan.kills() || !weather.isOver()) {
      Duration passed = notes.elapsed().minus(begin);
      while (said < talk.steps() && isDue(said, passed, reaper)) {
        talk.next();
        said++;
      }
      for (int records = uncommitted.poll(); records > 0; records--) {
        reaper.happened();
      }
      if (passed.compareTo(plan.length().plus(PATIENCE)) > 0) {
        notes.note("Not all kills were done in time");
        return;
      }
    }
  }

  /** Untimed, people wait for the reader, so that it dies at work, and go on while it is dead. */
  private boolean isDue(int step, Duration passed, Reaper reaper) {
    return plan.isTimed()
        ? passed.compareTo(plan.length().multipliedBy(step).dividedBy(talk.steps())) >= 0
        : reaper.isAtWork() || step < reaper.events() + AHEAD;
  }

  /** Until everything is there, and history was read twice more, so that doubles would be too. */
  private Tally settle(Weather weather) throws InterruptedException {
    try (Topic committed = Topic.committed(lab.bootstrap(), Topics.FEEDBACK)) {
      until("all records", () -> tally(committed).isComplete());
      notes.note("All expected records are there");
      weather.close();
      int before = lab.slack().calls().size();
      until("history to be read again", () -> readTwiceSince(before));
      return tally(committed);
    }
  }

  private void until(String what, BooleanSupplier condition) throws InterruptedException {
    try {
      lab.watch()
          .until(what, PATIENCE, () -> Optional.of(true).filter(yes -> condition.getAsBoolean()));
    } catch (LaunchException late) {
      notes.note("%s", late.getMessage());
    }
  }

  private boolean readTwiceSince(int before) {
    return lab.slack().sockets().unacknowledged(lab.app()) == 0
        && channels.stream().allMatch(channel -> readings(channel, before) >= 2);
  }

  private long readings(Channel channel, int before) {
    return lab.slack().calls().stream()
        .skip(before)
        .filter(call -> call.ok() && call.method().equals("conversations.history"))
        .filter(call -> channel.id().equals(call.parameters().get("channel")))
        .count();
  }

  private Tally tally(Topic committed) {
    return Tally.of(
        "event ids in " + Topics.FEEDBACK + ", read_committed",
        talk.expected(),
        committed.eventIds());
  }

  private Verdict verdict(Tally tally, Worker survivor) throws InterruptedException {
    List<TaskState> tasks = TaskStates.of(survivor.url(), CONNECTOR);
    Verdict verdict = new Verdict().add(tally);
    verdict.add(
        !tasks.isEmpty()
            && tasks.stream().allMatch(TaskState::isRunning)
            && tasks.stream().allMatch(task -> task.worker().equals(survivor.id())),
        "tasks run on " + survivor + " (" + survivor.id() + "): " + tasks);
    verdict.add(Logs.withToken(lab.folder()).isEmpty(), "no token in a log");
    notes.note(
        "%d calls, of them %d inside a Retry-After",
        lab.slack().calls().size(), lab.slack().callsInsideRetryAfter().size());
    return verdict;
  }
}
