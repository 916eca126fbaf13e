package io.bellwether.quickstart.page.trades;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.page.console.TopicFollower;
import io.bellwether.quickstart.stack.TradeTopics;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topics of trades as long as it is open, and tells every second what has changed. */
public final class TradesConsole implements AutoCloseable {
  private final TradesBook book;
  private final InstantSource clock;
  private final TopicFollower follower;
  private final AutoCloseable subscription;
  private final ObjectMapper json = new ObjectMapper();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "trades-console");
            made.setDaemon(true);
            return made;
          });

  private TradesConsole(
      String bootstrap, Workspace workspace, LongSupplier traded, InstantSource clock) {
    this.book = new TradesBook(traded);
    this.clock = clock;
    this.follower = new TopicFollower(bootstrap, TradeTopics.SHOWN, this::take, clock);
    // First, so that nothing is missed in between; what comes twice counts once.
    this.subscription = workspace.subscribe(this::happened);
    workspace.channels().stream()
        .flatMap(channel -> workspace.messages(channel).stream())
        .forEach(this::posted);
  }

  /**
   * Begins to read.
   *
   * @param traded how many trades there have been on the exchanges
   * @param listener is told every second
   */
  public static TradesConsole start(
      String bootstrap,
      Workspace workspace,
      LongSupplier traded,
      Consumer<TradesMeasures.Now> listener) {
    InstantSource clock = InstantSource.system();
    TradesConsole console = new TradesConsole(bootstrap, workspace, traded, clock);
    console.follower.start();
    // It ends with the thread.
    ScheduledFuture<?> unused =
        console.thread.scheduleWithFixedDelay(
            () -> listener.accept(console.book.changes(clock.millis())), 1, 1, TimeUnit.SECONDS);
    return console;
  }

  /** Everything, for a page that begins. */
  public TradesMeasures.Now all() {
    return book.all(clock.millis());
  }

  /** A record of an outcome topic of feedback. */
  public void scored(JsonNode outcome) {
    JsonNode score = outcome.path("score");
    if (score.isNumber()) {
      try {
        book.scored(Instant.parse(outcome.path("said_at").asText()), score.doubleValue());
      } catch (DateTimeException notOurs) {
        // Not by the contract: nothing to draw.
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, long now) {
    if (record.value() == null) {
      return;
    }
    try {
      book.take(record.topic(), json.readTree(record.value()));
    } catch (IOException notOurs) {
      // No JSON: somebody else may write into the topic too.
    }
  }

  private void happened(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Posted posted) {
      posted(posted.message());
    }
  }

  private void posted(Message message) {
    if (message.metadata() != null) {
      for (JsonNode alert : message.metadata().path("event_payload").path("alerts")) {
        if (alert.path("topic").asText().equals(TradeTopics.ALERTS)) {
          book.posted(alert.path("event_id").asText());
        }
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    follower.close();
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot end the workspace's subscription", e);
    }
  }
}
