package io.bellwether.chaos.sink;

import io.bellwether.chaos.act.Act;
import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.standin.slack.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Alerts come into Kafka, and the Slack sink posts them, each topic to the channel of its name. */
public final class SinkAct implements Act {
  static final String CONNECTOR = "slack-sink";

  private static final String DEAD_LETTERS = "slack-sink-dead-letters";
  private static final List<String> TOPICS =
      List.of("negative-feedback", "positive-feedback", "neutral-feedback");

  private final SlackPlace place;
  private final Workspace workspace;
  private final Alerts alerts;
  private final int waves;
  private int sent;
  private AlertTopics topics;

  /**
   * @param waves in how many about equal parts the alerts come, a step each
   */
  public SinkAct(SlackPlace place, SinkPlan plan, int waves) {
    this.place = place;
    this.waves = waves;
    workspace = place.slack().workspace();
    alerts = new Alerts(plan, TOPICS, workspace.now());
    TOPICS.forEach(topic -> workspace.join(place.app(), workspace.createChannel(topic, false)));
  }

  @Override
  public String connector() {
    return CONNECTOR;
  }

  @Override
  public Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>(place.settings());
    changes.put("topics", String.join(",", TOPICS));
    changes.put("slack.timeout.ms", "2000");
    changes.put("retry.backoff.max.ms", "5000");
    // Each task has some of the partitions; the consumer's default would leave the third idle.
    changes.put(
        "consumer.override.partition.assignment.strategy",
        "org.apache.kafka.clients.consumer.RoundRobinAssignor");
    return changes;
  }

  @Override
  public void open(String bootstrap) {
    topics = new AlertTopics(bootstrap);
  }

  @Override
  public int all() {
    return waves;
  }

  @Override
  public int taken() {
    return sent;
  }

  /** Sends a wave; returns when the broker has it. */
  @Override
  public void next() {
    try {
      topics.send(alerts.wave(sent, waves));
      sent++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while alerts are sent", e);
    }
  }

  int records() {
    return alerts.records();
  }

  Posted posted() {
    return Posted.in(workspace, TOPICS);
  }

  /** By their ids. */
  @Override
  public Tally tally() {
    return Tally.of(
        CONNECTOR + ", event ids in Slack", expected(Alerts.Alert::eventId), posted().eventIds());
  }

  /** By what people see. */
  Tally shown() {
    return Tally.of(
        CONNECTOR + ", alerts to be seen", expected(Alerts.Alert::mark), posted().marks());
  }

  /** Whether it has put anything aside. */
  public boolean hasDeadLetters() throws InterruptedException {
    return topics.records(DEAD_LETTERS) > 0;
  }

  private List<String> expected(Function<Alerts.Alert, String> name) {
    return alerts.distinct().stream()
        .map(alert -> alert.topic() + " " + name.apply(alert))
        .toList();
  }

  /** The sink has told Kafka that it is done with all. */
  @Override
  public Lab.Condition settled() {
    return () -> topics.lag("connect-" + CONNECTOR, TOPICS) == 0;
  }

  @Override
  public void close() {
    if (topics != null) {
      topics.close();
    }
  }
}
