package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.benchmarks.load.Schedule;
import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.load.Texts;
import io.bellwether.benchmarks.plain.Judge;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From what somebody says in Slack to the alert in Slack. Between two messages one goes through the
 * plain pipe and one through Kafka alone, at the same rate, so that all three meet the same machine
 * in the same state.
 */
public final class PostToAlert {
  /** Each message has a companion on each way that it is compared with. */
  private static final int WAYS = 3;

  private static final List<String> ALERTING = List.of("negative-feedback", "positive-feedback");

  /** What {@code event_id} adds to a record's key for a message that was never edited. */
  private static final String FIRST_VERSION = ":0";

  private final BenchStack stack;
  private final SteadyClock clock;
  private final Load load;
  private final Judge judge = new Judge();
  private final Track alerts = new Track("post to alert");
  private final Track feedback = new Track("feedback");
  private final Track outcomes = new Track("outcomes");
  private final Track plain = new Track("plain consumer-producer");
  private final Track floor = new Track("Kafka alone");

  /**
   * What is said.
   *
   * @param perSecond messages
   * @param warmUp messages that are said first, counted, and not timed
   * @param messages that are timed
   */
  public record Load(double perSecond, int warmUp, int messages, long seed) {}

  public PostToAlert(BenchStack stack, SteadyClock clock, Load load) {
    this.stack = stack;
    this.clock = clock;
    this.load = load;
  }

  /** Runs it; connectors, analyzer and plain pipe are at work already. */
  public Outcome run() throws Exception {
    Workspace workspace = stack.slack().workspace();
    try (AutoCloseable subscription = workspace.subscribe(this::happened);
        Arrivals arrivals = Arrivals.from(stack.bootstrap(), clock, listeners());
        Sender sender = new Sender(stack.bootstrap())) {
      say(workspace, sender);
      Lanes.await(stack, clock, arrivals, List.of(alerts, feedback, outcomes, plain, floor));
    }
    return new Outcome(
        List.of(feedback.tally(), outcomes.tally(), alerts.tally(), plain.tally(), floor.tally()),
        List.of(alerts.latency(), plain.latency(), floor.latency()),
        List.of(
            feedback.latency("of which Slack to feedback"),
            outcomes.latencySince(feedback, "of which feedback to outcome"),
            alerts.latencySince(outcomes, "of which outcome to alert")));
  }

  private void say(Workspace workspace, Sender sender) throws InterruptedException {
    Channel channel = workspace.channel(Topics.FEEDBACK).orElseThrow();
    Texts texts = new Texts(load.seed);
    new Schedule(clock, load.perSecond * WAYS)
        .run(
            (load.warmUp + load.messages) * WAYS,
            (n, due) -> {
              int number = n / WAYS;
              boolean timed = number >= load.warmUp;
              switch (n % WAYS) {
                case 0 -> post(workspace, channel, texts.next(number), due, timed);
                case 1 -> pipe(sender, number, due, timed);
                default -> {
                  String id = "floor:" + number;
                  floor.expect(id, Lanes.FLOOR, due, timed);
                  sender.send(Lanes.FLOOR, id, "Nobody reads this");
                }
              }
            });
  }

  private void post(Workspace workspace, Channel channel, String text, long due, boolean timed) {
    String topic = Judge.topic(judge.score(text));
    Message said = workspace.post(stack.cast().person(), channel, text);
    String id = "slack:%s:%s:%s".formatted(workspace.teamId(), said.channelId(), said.ts());
    feedback.expect(id, Topics.FEEDBACK, due, timed);
    outcomes.expect(id, topic, due, timed);
    if (ALERTING.contains(topic)) {
      String where = workspace.channel(topic).orElseThrow().id();
      alerts.expect(id, where, due, timed);
    }
  }

  private void pipe(Sender sender, int number, long due, boolean timed) {
    String id = "plain:" + number;
    String text = new Texts(load.seed + number).next(number);
    plain.expect(id, Lanes.PLAIN_PREFIX + Judge.topic(judge.score(text)), due, timed);
    sender.send(Lanes.PLAIN, id, text);
  }

  private Map<String, Arrivals.Listener> listeners() {
    Map<String, Arrivals.Listener> listeners = new HashMap<>();
    listeners.put(Topics.FEEDBACK, Arrivals.into(feedback));
    listeners.put(Lanes.FLOOR, Arrivals.into(floor));
    Topics.OUTCOMES.forEach(topic -> listeners.put(topic, Arrivals.into(outcomes)));
    Lanes.plainOutcomes().forEach(topic -> listeners.put(topic, Arrivals.into(plain)));
    return listeners;
  }

  /** An alert's ts is when the stand-in took it, by the same clock. */
  private void happened(WorkspaceEvent event) {
    if (!(event instanceof WorkspaceEvent.Posted posted) || posted.message().metadata() == null) {
      return;
    }
    Message message = posted.message();
    long at = Ts.parse(message.ts()).orElseThrow().micros();
    for (JsonNode alert : message.metadata().path("event_payload").path("alerts")) {
      String eventId = alert.path("event_id").asText();
      String id = eventId.substring(0, eventId.length() - FIRST_VERSION.length());
      alerts.arrived(id, message.channelId(), at);
    }
  }
}
