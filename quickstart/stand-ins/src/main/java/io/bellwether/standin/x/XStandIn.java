package io.bellwether.standin.x;

import io.bellwether.standin.LoopbackOnly;
import io.bellwether.standin.x.api.Api;
import io.bellwether.standin.x.api.StreamHub;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * A running stand-in for X on 127.0.0.1.
 *
 * <pre>{@code
 * try (XStandIn x = XStandIn.start(Options.defaults())) {
 *   XApp app = x.apps().app("Bellwether");
 *   x.timeline().post(x.timeline().user("ana"), "It is down again #azure");
 *   // point a client at x.url() with app.bearerToken() or the app's four keys
 * }
 * }</pre>
 */
public final class XStandIn implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Store store;
  private final Timeline timeline;
  private final Apps apps;
  private final Faults faults = new Faults();
  private final Calls calls;
  private final StreamHub streams;
  private final Api api;
  private final Undertow server;

  private XStandIn(Options options, Store store) {
    this.store = store;
    this.timeline = new Timeline(store, options.clock());
    this.apps = new Apps(store, timeline, options.clock());
    this.calls = new Calls(options.recordedCalls());
    this.streams = new StreamHub(timeline, apps, options);
    this.api = new Api(timeline, apps, options, faults, calls, streams);
    this.server =
        Undertow.builder()
            .addHttpListener(options.port(), HOST)
            .setIoThreads(2)
            .setWorkerThreads(16)
            .setHandler(new LoopbackOnly(api))
            .build();
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @throws RuntimeException when the port is taken or the state cannot be read
   */
  public static XStandIn start(Options options) {
    Store store = Store.open(options.state());
    try {
      XStandIn started = new XStandIn(options, store);
      started.server.start();
      return started;
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  /** The base URL of the API: {@code http://127.0.0.1:PORT}, in place of https://api.x.com. */
  public URI url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://" + HOST + ":" + address.getPort());
  }

  public Timeline timeline() {
    return timeline;
  }

  public Apps apps() {
    return apps;
  }

  public Faults faults() {
    return faults;
  }

  public Streams streams() {
    return streams;
  }

  /** The last API calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  /** Posts that this month (UTC) has cost: the same one counts once a day. */
  public long postsRead() {
    return api.postsRead();
  }

  /** Forgets the calls, and what they counted for rate limits. */
  public void forgetCalls() {
    calls.clear();
    api.forgetCounts();
  }

  @Override
  public void close() {
    streams.close();
    server.stop();
    store.close();
  }
}
