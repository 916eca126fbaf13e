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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Alerts come, some of them twice, while Slack misbehaves and the worker dies; in the end each must
 * stand in its channel once.
 */
public final class SinkRun {
  private static final String CONNECTOR = "slack-sink";
  private static final String DEAD_LETTERS = "slack-sink-dead-letters";

  /** Each topic goes to the channel of its name. */
  private static final List<String> TOPICS =
      List.of("negative-feedback", "positive-feedback", "neutral-feedback");

  private static final String[] POSTING = {"chat.postMessage"};
  private static final String[] METHODS = {
    "chat.postMessage", "conversations.history", "conversations.replies", "*"
  };
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int ALERTS_TO_A_CALL = 10;

  private final SinkPlan plan;
  private final Lab<SlackPlace> lab;
  private final Notes notes;
  private final Alerts alerts;
  private final Workspace workspace;

  public SinkRun(SinkPlan plan, Lab<SlackPlace> lab, Notes notes) {
    this.plan = plan;
    this.lab = lab;
    this.notes = notes;
    alerts = new Alerts(plan, TOPICS, lab.place().slack().workspace().now());
    workspace = lab.place().slack().workspace();
    TOPICS.forEach(
        topic -> workspace.join(lab.place().app(), workspace.createChannel(topic, false)));
  }

  /** Does it all and compares. */
  public Verdict run() throws Exception {
    Worker worker = lab.worker();
    ConnectorFile connector = connector();
    worker.rest().validate(connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(CONNECTOR);
    lab.place().slack().forgetCalls();
    List<Kill> kills = Kill.seeded(plan.seed(), plan.kills(), 1, plan.mostPostsToAKill());
    try (AlertTopics topics = new AlertTopics(lab.bootstrap());
        Weather weather = weather();
        Reaper reaper = new Reaper(worker, kills, true, notes);
        AutoCloseable told = workspace.subscribe(event -> tell(event, reaper))) {
      send(topics, weather, reaper);
      lab.until(
          "the sink to be done with all",
          PATIENCE,
          () -> topics.lag("connect-" + CONNECTOR, TOPICS) == 0);
      return verdict(topics, worker);
    }
  }

  private ConnectorFile connector() {
    return lab.connector(
        CONNECTOR,
        Map.of(
            "topics", String.join(",", TOPICS),
            "slack.timeout.ms", "2000",
            "retry.backoff.max.ms", "5000",
            // A killed worker's partitions are free after this; the default is 45 s.
            "consumer.override.session.timeout.ms", "6000",
            "consumer.override.heartbeat.interval.ms", "2000"));
  }

  private Weather weather() {
    Deck deck = new Deck().calls(METHODS).doneButNotSaid(POSTING);
    return Weather.begin(lab, plan.seed(), plan.length(), deck, notes);
  }

  private static void tell(WorkspaceEvent event, Reaper reaper) {
    if (event instanceof WorkspaceEvent.Posted posted && posted.message().appId() != null) {
      reaper.happened();
    }
  }

  /** Waves are spread over the length, and each waits for the kill in the one before. */
  private void send(AlertTopics topics, Weather weather, Reaper reaper)
      throws InterruptedException {
    Duration begin = notes.elapsed();
    for (int wave = 0; wave < plan.waves(); wave++) {
      int before = wave;
      Duration due = begin.plus(plan.length().multipliedBy(wave).dividedBy(plan.waves()));
      lab.until(
          "the wave's time",
          PATIENCE,
          () -> notes.elapsed().compareTo(due) >= 0 && reaper.recovered() >= before);
      List<Alerts.Alert> some = alerts.wave(wave, plan.waves());
      topics.send(some);
      notes.note("Wave %d of %d: %d alerts", wave + 1, plan.waves(), some.size());
    }
    lab.until(
        "the last kill", PATIENCE, () -> reaper.recovered() == plan.kills() && weather.isOver());
  }

  private Verdict verdict(AlertTopics topics, Worker worker) throws InterruptedException {
    Posted posted = Posted.in(workspace, TOPICS);
    List<Call> calls = lab.place().slack().calls();
    List<Call> tooSoon = lab.place().slack().callsInsideRetryAfter();
    List<TaskState> tasks = TaskStates.of(worker.url(), CONNECTOR);
    Tally ids = Tally.of("event ids in Slack", expected(Alerts.Alert::eventId), posted.eventIds());
    notes.note(
        "%d alerts in %d records, %d messages, %d calls: %s",
        plan.alerts(), alerts.records(), posted.messages(), calls.size(), methods(calls));
    notes.note("%d doubled over %d kills", ids.surplus().size(), plan.kills());
    Verdict verdict =
        lab.verdict()
            .add(ids)
            .add(Tally.of("alerts to be seen", expected(Alerts.Alert::mark), posted.marks()))
            .add(topics.records(DEAD_LETTERS) == 0, "no dead letter")
            .add(tooSoon.isEmpty(), tooSoon.size() + " calls inside a Retry-After " + tooSoon)
            .add(
                !tasks.isEmpty() && tasks.stream().allMatch(TaskState::isRunning),
                "tasks run: " + tasks)
            .add(
                Logs.with(lab.place().secretPattern(), lab.folder()).isEmpty(),
                "no token in a log");
    if (plan.burst()) {
      int most = plan.alerts() / ALERTS_TO_A_CALL;
      verdict.add(calls.size() <= most, calls.size() + " calls, " + most + " are allowed");
    }
    return verdict;
  }

  private List<String> expected(Function<Alerts.Alert, String> name) {
    return alerts.distinct().stream()
        .map(alert -> alert.topic() + " " + name.apply(alert))
        .toList();
  }

  private static Map<String, Long> methods(List<Call> calls) {
    return calls.stream()
        .collect(Collectors.groupingBy(Call::method, TreeMap::new, Collectors.counting()));
  }
}
