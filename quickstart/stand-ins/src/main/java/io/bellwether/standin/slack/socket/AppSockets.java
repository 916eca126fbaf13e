package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.EnvelopeFault;
import io.bellwether.standin.slack.Faults;
import io.bellwether.standin.slack.Options;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The connections of one app and the envelopes on their way to it. Each envelope goes to one of the
 * connections in turn; one that is not acknowledged in time is sent again at once, after a minute
 * and after five. Safe for use from several threads.
 */
final class AppSockets {
  static final int MOST_CONNECTIONS = 10;

  private static final List<Duration> RETRY_WAITS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
  private static final Duration OUT_OF_ORDER_WAIT = Duration.ofMillis(250);

  private final String appId;
  private final Options options;
  private final Faults faults;
  private final Timers timers;
  private final List<Connection> connections = new ArrayList<>();
  private final Map<String, Pending> waiting = new HashMap<>();
  private final Queue<Pending> backlog = new ArrayDeque<>();
  private Pending heldBack;
  private int turn;

  AppSockets(String appId, Options options, Faults faults, Timers timers) {
    this.appId = appId;
    this.options = options;
    this.faults = faults;
    this.timers = timers;
  }

  synchronized void opened(Connection connection) {
    if (connections.size() >= MOST_CONNECTIONS) {
      connection.disconnect("too_many_websockets");
      return;
    }
    connections.add(connection);
    if (faults.hello()) {
      connection.send(hello());
    }
    while (!backlog.isEmpty()) {
      deliver(backlog.remove());
    }
  }

  synchronized void closed(Connection connection) {
    connections.remove(connection);
  }

  synchronized List<Connection> open() {
    return List.copyOf(connections);
  }

  synchronized int unacknowledged() {
    return (int) waiting.values().stream().filter(each -> !each.acknowledged()).distinct().count();
  }

  /** Sends an event; without a connection it is lost, or kept for later if so set. */
  synchronized void event(ObjectNode payload) {
    deliver(new Pending(payload));
  }

  private void deliver(Pending event) {
    if (connections.isEmpty()) {
      if (options.lateDelivery()) {
        backlog.add(event);
      }
      return;
    }
    EnvelopeFault fault = event.attempt() == 0 ? faults.forEnvelope().orElse(null) : null;
    if (fault == EnvelopeFault.OUT_OF_ORDER && heldBack == null) {
      heldBack = event;
      timers.soon(OUT_OF_ORDER_WAIT, this::releaseHeldBack);
      return;
    }
    send(event, fault);
    timers.after(options.ackTimeout(), () -> overdue(event));
    releaseHeldBack();
  }

  private synchronized void releaseHeldBack() {
    Pending late = heldBack;
    heldBack = null;
    if (late != null && !connections.isEmpty()) {
      send(late, null);
      timers.after(options.ackTimeout(), () -> overdue(late));
    }
  }

  private void send(Pending event, EnvelopeFault fault) {
    Connection connection = connections.get(Math.floorMod(turn++, connections.size()));
    ObjectNode envelope = event.envelope();
    waiting.put(envelope.get("envelope_id").asText(), event);
    if (fault == null) {
      connection.send(envelope);
      return;
    }
    switch (fault) {
      case DUPLICATE -> {
        connection.send(envelope);
        connection.send(envelope);
      }
      case LOST -> {}
      case UNHEARD_ACK -> {
        event.deaf();
        connection.send(envelope);
      }
      case DROP_SOCKET -> connection.drop();
      case HALF_OPEN_SOCKET -> connection.halfOpen();
      case REFRESH_SOCKET -> {
        connection.send(envelope);
        connection.disconnect("refresh_requested");
      }
      case OUT_OF_ORDER -> connection.send(envelope);
    }
  }

  private synchronized void overdue(Pending event) {
    if (event.acknowledged() || event.attempt() > RETRY_WAITS.size()) {
      waiting.values().removeIf(each -> each == event);
      return;
    }
    event.nextAttempt();
    if (!connections.isEmpty()) {
      send(event, null);
    } else if (options.lateDelivery()) {
      backlog.add(event);
      return;
    }
    Duration wait =
        event.attempt() <= RETRY_WAITS.size()
            ? RETRY_WAITS.get(event.attempt() - 1)
            : options.ackTimeout();
    timers.after(wait, () -> overdue(event));
  }

  synchronized void acknowledged(String envelopeId) {
    Pending event = waiting.get(envelopeId);
    if (event != null) {
      event.acknowledge();
      if (event.acknowledged()) {
        waiting.values().removeIf(each -> each == event);
      }
    }
  }

  private ObjectNode hello() {
    ObjectNode hello = JsonNodeFactory.instance.objectNode();
    hello.put("type", "hello").put("num_connections", connections.size());
    ObjectNode debug = hello.putObject("debug_info").put("host", "stand-in");
    debug.put("build_number", 1).put("approximate_connection_time", 18060);
    hello.putObject("connection_info").put("app_id", appId);
    return hello;
  }
}
