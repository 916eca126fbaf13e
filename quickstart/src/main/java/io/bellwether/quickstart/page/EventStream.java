package io.bellwether.quickstart.page;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends the event log to pages as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page names the last event it
 * has seen, in the query at first and in {@code Last-Event-ID} when the browser reconnects; one
 * that is too far behind is told to load anew.
 */
final class EventStream implements ServerSentEventConnectionCallback {
  private static final int KEEP_ALIVE_MILLIS = 15_000;

  /** A page that has stopped reading is let go: it catches up when it comes back. */
  private static final int MOST_UNSENT = 10_000;

  private final EventLog log;

  EventStream(EventLog log) {
    this.log = log;
  }

  @Override
  public void connected(ServerSentEventConnection connection, String lastEventId) {
    connection.setKeepAliveTime(KEEP_ALIVE_MILLIS);
    Optional<Runnable> end = log.follow(position(connection, lastEventId), sender(connection));
    end.ifPresentOrElse(
        handle -> connection.addCloseTask(closed -> handle.run()),
        () -> connection.send("{}", "reset", null, null));
  }

  private static String position(ServerSentEventConnection connection, String lastEventId) {
    if (lastEventId != null) {
      return lastEventId;
    }
    Deque<String> after = connection.getQueryParameters().get("after");
    return after == null ? "" : after.getFirst();
  }

  private static Consumer<EventLog.Event> sender(ServerSentEventConnection connection) {
    AtomicInteger unsent = new AtomicInteger();
    return event -> {
      if (unsent.incrementAndGet() > MOST_UNSENT) {
        close(connection);
      } else {
        connection.send(event.json(), event.type(), event.id(), new Sent(unsent));
      }
    };
  }

  private static void close(ServerSentEventConnection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Sent(AtomicInteger unsent) implements ServerSentEventConnection.EventCallback {
    @Override
    public void done(ServerSentEventConnection connection, String data, String event, String id) {
      unsent.decrementAndGet();
    }

    @Override
    public void failed(
        ServerSentEventConnection connection,
        String data,
        String event,
        String id,
        IOException failure) {
      // The page is gone; the connection's close task ends the following.
      unsent.decrementAndGet();
    }
  }
}
