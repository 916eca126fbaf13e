package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Faults;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.Sockets;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes socket connections against tickets, and sends each app the events that concern it. */
public final class SocketHub implements Sockets, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketHub.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TICKET = "ticket";
  private static final Duration PING_EVERY = Duration.ofSeconds(5);

  private final Options options;
  private final Faults faults;
  private final Timers timers;
  private final EventPayloads payloads;
  private final Map<String, String> tickets = new ConcurrentHashMap<>();
  private final Map<String, AppSockets> apps = new ConcurrentHashMap<>();

  public SocketHub(Workspace workspace, Options options, Faults faults) {
    this.options = options;
    this.faults = faults;
    this.timers = new Timers(options.clock());
    this.payloads = new EventPayloads(workspace);
    workspace.subscribe(this::happened);
    timers.every(
        PING_EVERY, () -> apps.values().forEach(app -> app.open().forEach(Connection::ping)));
  }

  /** A ticket for one connection of this app. */
  public String ticket(App app) {
    String ticket = UUID.randomUUID().toString();
    tickets.put(ticket, app.appId());
    return ticket;
  }

  /** Upgrades requests that carry an unused ticket. */
  public HttpHandler handler() {
    HttpHandler upgrade = Handlers.websocket(this::connected);
    return exchange -> {
      Deque<String> given = exchange.getQueryParameters().get(TICKET);
      if (given != null && tickets.containsKey(given.getFirst())) {
        upgrade.handleRequest(exchange);
      } else {
        exchange.setStatusCode(StatusCodes.UNAUTHORIZED);
        exchange.endExchange();
      }
    };
  }

  private void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    List<String> given = exchange.getRequestParameters().get(TICKET);
    String appId = tickets.remove(given.get(0));
    Connection connection = new Connection(channel);
    if (appId == null) {
      connection.drop();
      return;
    }
    AppSockets app = of(appId);
    channel.getReceiveSetter().set(new Receiver(app, connection));
    channel.addCloseTask(closed -> app.closed(connection));
    channel.resumeReceives();
    app.opened(connection);
  }

  private AppSockets of(String appId) {
    return apps.computeIfAbsent(appId, id -> new AppSockets(id, options, faults, timers));
  }

  private void happened(WorkspaceEvent event) {
    payloads.of(event).forEach(each -> of(each.appId()).event(each.payload()));
  }

  @Override
  public int count(App app) {
    return of(app.appId()).open().size();
  }

  @Override
  public int unacknowledged(App app) {
    return of(app.appId()).unacknowledged();
  }

  @Override
  public void drop(App app) {
    of(app.appId()).open().forEach(Connection::drop);
  }

  @Override
  public void halfOpen(App app) {
    of(app.appId()).open().forEach(Connection::halfOpen);
  }

  @Override
  public void disconnect(App app, String reason) {
    of(app.appId()).open().forEach(connection -> connection.disconnect(reason));
  }

  @Override
  public void close() {
    timers.close();
    apps.values().forEach(app -> app.open().forEach(Connection::drop));
  }

  private static final class Receiver extends AbstractReceiveListener {
    private final AppSockets app;
    private final Connection connection;

    Receiver(AppSockets app, Connection connection) {
      this.app = app;
      this.connection = connection;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
      if (connection.isHalfOpen()) {
        return;
      }
      try {
        JsonNode frame = JSON.readTree(message.getData());
        app.acknowledged(frame.path("envelope_id").asText());
      } catch (JsonProcessingException notJson) {
        LOG.debug("a client sent a frame that is not JSON");
      }
    }

    @Override
    protected void onFullPingMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
      var data = message.getData();
      connection.pong(data.getResource());
      data.close();
    }

    @Override
    protected long getMaxTextBufferSize() {
      return 1024 * 1024;
    }
  }
}
