package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tells the books what is said and what is posted, as the workspace itself knows it. */
final class SlackSide implements AutoCloseable {
  private static final String ALERT = "bellwether_alert";

  private final Workspace workspace;
  private final String team;
  private final Due due;
  private final Books books;
  private final Set<String> alertTopics;
  private final InstantSource clock;
  private final Recent told = new Recent(1_000);
  private final AutoCloseable subscription;
  private boolean open;

  /**
   * Begins with what is there and goes on with what happens.
   *
   * @param alertTopics alerts of other topics are not these books' business
   */
  SlackSide(
      Workspace workspace, Due due, Books books, Set<String> alertTopics, InstantSource clock) {
    this.workspace = workspace;
    this.team = workspace.teamId();
    this.due = due;
    this.books = books;
    this.alertTopics = alertTopics;
    this.clock = clock;
    // First, so that nothing is missed in between; what comes twice is told once.
    this.subscription = workspace.subscribe(this::happened);
    begin();
  }

  private synchronized void begin() {
    List<Message> found =
        workspace.channels().stream()
            .flatMap(channel -> workspace.messages(channel).stream())
            .sorted(Comparator.comparing(Message::ts))
            .toList();
    found.forEach(message -> take(message, false));
    open = true;
  }

  private synchronized void happened(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Posted posted) {
      take(posted.message(), open);
    } else if (event instanceof WorkspaceEvent.Deleted deleted) {
      unsaid(deleted.previous());
    } else if (event instanceof WorkspaceEvent.Changed changed && !due.isDue(changed.message())) {
      // A parent that is deleted leaves a tombstone.
      unsaid(changed.message());
    }
  }

  private void take(Message message, boolean live) {
    if (!told.add(message.channelId() + message.ts())) {
      return;
    }
    long at = Ts.parse(message.ts()).orElseThrow().micros() / 1_000;
    if (due.isDue(message)) {
      books.said(EventId.of(team, message), at, live ? clock.millis() : 0);
    } else if (message.metadata() != null
        && ALERT.equals(message.metadata().path("event_type").asText())) {
      for (JsonNode alert : message.metadata().path("event_payload").path("alerts")) {
        String id = alert.path("event_id").asText();
        if (!alertTopics.contains(alert.path("topic").asText())) {
          continue;
        }
        books.posted(id, message.channelId(), at, live ? clock.millis() : 0);
      }
    }
  }

  private void unsaid(Message message) {
    books.unsaid(EventId.of(team, message));
  }

  @Override
  public void close() throws Exception {
    subscription.close();
  }
}
