package io.bellwether.quickstart.page.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Draft;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * People who talk and a pipeline that answers at once, without Kafka: what the console would read
 * from the topics is handed to it as records.
 */
public final class Simulation implements AutoCloseable {
  private static final Set<String> ALERTS = Set.of("negative-feedback", "positive-feedback");
  private static final Wiring WIRING =
      new Wiring(
          "localhost:1",
          URI.create("http://localhost:2"),
          Path.of("checkpoint"),
          "slack-source",
          Set.of("feedback"),
          true,
          "slack-sink",
          ALERTS,
          "dead-letters",
          Optional.empty());

  private final Workspace workspace;
  private final Cast cast;
  private final Page page;
  private final InstantSource clock;
  private final Books books = new Books(new Ledger(200_000, true));
  private final Aside aside = new Aside();
  private final Snapshots snapshots;
  private final Intake intake;
  private final SlackSide slack;
  private final Channel feedback;
  private final Map<String, Long> offsets = new HashMap<>();

  public Simulation(Workspace workspace, Cast cast, Page page, InstantSource clock) {
    this.workspace = workspace;
    this.cast = cast;
    this.page = page;
    this.clock = clock;
    this.snapshots = new Snapshots(books, aside, clock, List.of());
    this.intake = new Intake(WIRING, books, aside, page::scored);
    this.slack =
        new SlackSide(
            workspace, new Due(workspace, WIRING.channels()), books, WIRING.alertTopics(), clock);
    this.feedback = workspace.channel("feedback").orElseThrow();
    page.measuredBy(() -> snapshots.all(state(), true));
  }

  /** A message, its way through the topics, and for every fourth its alert. */
  public void say(int number) {
    Message said =
        workspace.post(
            cast.person(), feedback, "Message " + number + ": " + "so it goes ".repeat(12));
    String id = EventId.of(workspace.teamId(), said).first();
    ObjectNode value = new ObjectMapper().createObjectNode().put("event_id", id);
    take("feedback", value);
    boolean alert = number % 4 == 0;
    double score = alert ? 0.1 : 0.4 + number % 5 / 10.0;
    String outcome = alert ? "negative" : "neutral";
    take(outcome + "-feedback", value.put("outcome", outcome).put("score", score));
    if (alert) {
      alert(id);
    }
  }

  private void alert(String id) {
    ObjectNode metadata =
        new ObjectMapper().createObjectNode().put("event_type", "bellwether_alert");
    metadata
        .putObject("event_payload")
        .putArray("alerts")
        .addObject()
        .put("event_id", id)
        .put("topic", "negative-feedback");
    Message.Details details = new Message.Details(null, null, metadata, null, null, null, null);
    String channel = workspace.channel("negative-feedback").orElseThrow().id();
    workspace
        .log()
        .post(
            channel,
            new Draft(
                cast.bellwether().botUserId(), cast.bellwether(), "alert", null, null, details));
  }

  private void take(String topic, ObjectNode value) {
    long offset = offsets.merge(topic, 1L, Long::sum);
    intake.take(
        new ConsumerRecord<>(
            topic,
            0,
            offset,
            clock.millis(),
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            value.toString().getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty()),
        clock.millis());
  }

  /** A second has passed. */
  public void second() {
    page.measured(snapshots.next(state(), true));
  }

  /** How many events the ledger has seen through to their ends. */
  public long scored() {
    return books.ledger.sums().scored();
  }

  private PartsLook.State state() {
    List<ConnectLook.Task> tasks =
        List.of(
            new ConnectLook.Task("slack-source", 0, "RUNNING", ""),
            new ConnectLook.Task("slack-sink", 0, "RUNNING", ""));
    books.timeline.most(clock.millis(), Bucket.Column.BATCH, 150 + clock.millis() % 100);
    return new PartsLook.State(true, tasks, 200, clock.millis());
  }

  @Override
  public void close() throws Exception {
    slack.close();
  }
}
