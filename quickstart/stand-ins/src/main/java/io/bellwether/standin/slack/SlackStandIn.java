package io.bellwether.standin.slack;

import io.bellwether.standin.LoopbackOnly;
import io.bellwether.standin.slack.socket.SocketHub;
import io.bellwether.standin.slack.web.WebApi;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A running stand-in for Slack on 127.0.0.1.
 *
 * <pre>{@code
 * try (SlackStandIn slack = SlackStandIn.start(Options.defaults())) {
 *   App app = slack.workspace().app("Bellwether");
 *   Channel channel = slack.workspace().createChannel("feedback", false);
 *   slack.workspace().join(app, channel);
 *   slack.workspace().post(slack.workspace().person("ana"), channel, "It is down again");
 *   // point a client at slack.webApiUrl() with app.botToken() and app.appToken()
 * }
 * }</pre>
 */
public final class SlackStandIn implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Store store;
  private final Workspace workspace;
  private final Faults faults = new Faults();
  private final Calls calls;
  private final SocketHub sockets;
  private final WebApi api;
  private final Undertow server;

  private SlackStandIn(Options options, Store store) {
    this.store = store;
    this.workspace = new Workspace(store, options.clock());
    this.calls = new Calls(options.recordedCalls());
    this.sockets = new SocketHub(workspace, options, faults);
    this.api = new WebApi(workspace, options, faults, calls, this::openSocket);
    HttpHandler paths =
        Handlers.path().addPrefixPath("/api", api).addPrefixPath("/link", sockets.handler());
    this.server =
        Undertow.builder()
            .addHttpListener(options.port(), HOST)
            .setIoThreads(2)
            .setWorkerThreads(32)
            .setHandler(new LoopbackOnly(paths))
            .build();
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @throws RuntimeException when the port is taken or the state cannot be read
   */
  public static SlackStandIn start(Options options) {
    Store store = Store.open(options.state());
    try {
      SlackStandIn started = new SlackStandIn(options, store);
      started.server.start();
      return started;
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  /**
   * The apps that a state folder holds, tokens included, whether or not a stand-in runs on it: for
   * a second process that is to act as one of them.
   */
  public static List<App> storedApps(Path state) {
    return Store.apps(state);
  }

  /** The base URL of the Web API: {@code http://127.0.0.1:PORT/api/}. */
  public URI webApiUrl() {
    return URI.create("http://" + HOST + ":" + port() + "/api/");
  }

  public Workspace workspace() {
    return workspace;
  }

  public Faults faults() {
    return faults;
  }

  public Sockets sockets() {
    return sockets;
  }

  /** The last API calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  /**
   * Those of {@link #calls()} that came too soon: of the same app and method (for posting, channel)
   * as one that was refused with 429, before its Retry-After had passed.
   */
  public List<Call> callsInsideRetryAfter() {
    return calls.insideRetryAfter();
  }

  /** Forgets the calls, and what they counted for rate limits. */
  public void forgetCalls() {
    calls.clear();
    api.forgetCounts();
  }

  @Override
  public void close() {
    sockets.close();
    server.stop();
    store.close();
  }

  private String openSocket(App app) {
    return "ws://" + HOST + ":" + port() + "/link/?ticket=" + sockets.ticket(app);
  }

  private int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
