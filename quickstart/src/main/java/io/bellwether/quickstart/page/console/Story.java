package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows a story beside feedback, such as that of trades, as long as it is open: reads its topics,
 * sees which of its alerts stand in Slack, and tells every second what has changed.
 *
 * @param <N> what a page is told
 */
public final class Story<N> implements AutoCloseable {
  private final Book<N> book;
  private final String alerts;
  private final TopicFollower follower;
  private final AutoCloseable subscription;
  private final ObjectMapper json = new ObjectMapper();
  private final ScheduledExecutorService thread;

  /**
   * Keeps what is heard; called from several threads.
   *
   * @param <N> what it can tell a page
   */
  public interface Book<N> {
    /** Takes each record once; the value is missing where it is no JSON. */
    void take(String topic, JsonNode value);

    /** A message in Slack names this alert; may be told twice. */
    void posted(String eventId);

    /** Everything, with the time in milliseconds in it. */
    N all(long now);

    /** What has changed since the last call, likewise. */
    N changes(long now);
  }

  /**
   * What to follow.
   *
   * @param name of the story
   * @param topics to read
   * @param alerts the one of them that a sink posts
   */
  public record About(String name, List<String> topics, String alerts) {}

  private Story(About about, String bootstrap, Workspace workspace, Book<N> book) {
    this.book = book;
    this.alerts = about.alerts();
    this.follower =
        new TopicFollower(
            bootstrap, about.topics(), (record, now) -> take(record), InstantSource.system());
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, about.name() + "-console");
              made.setDaemon(true);
              return made;
            });
    // First, so that nothing is missed in between; what comes twice counts once.
    this.subscription = workspace.subscribe(this::happened);
    workspace.channels().stream()
        .flatMap(channel -> workspace.messages(channel).stream())
        .forEach(this::posted);
  }

  /**
   * Begins to read.
   *
   * @param listener is told every second
   */
  public static <N> Story<N> follow(
      About about, String bootstrap, Workspace workspace, Book<N> book, Consumer<N> listener) {
    Story<N> story = new Story<>(about, bootstrap, workspace, book);
    story.follower.start();
    // It ends with the thread.
    ScheduledFuture<?> unused =
        story.thread.scheduleWithFixedDelay(
            () -> listener.accept(book.changes(System.currentTimeMillis())),
            1,
            1,
            TimeUnit.SECONDS);
    return story;
  }

  /** Everything, for a page that begins. */
  public N all() {
    return book.all(System.currentTimeMillis());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    JsonNode value = MissingNode.getInstance();
    try {
      value = record.value() == null ? value : json.readTree(record.value());
    } catch (IOException notOurs) {
      // No JSON: somebody else may write into the topic too.
    }
    book.take(record.topic(), value);
  }

  private void happened(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Posted posted) {
      posted(posted.message());
    }
  }

  private void posted(Message message) {
    if (message.metadata() != null) {
      for (JsonNode alert : message.metadata().path("event_payload").path("alerts")) {
        if (alert.path("topic").asText().equals(alerts)) {
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
