package io.bellwether.standin.trades;

import io.bellwether.standin.FaultPlan;
import io.bellwether.standin.LoopbackOnly;
import io.bellwether.standin.trades.web.TradesApi;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Running stand-ins for Nomics, Kraken, Coinbase Exchange and Binance on one port of 127.0.0.1.
 *
 * <pre>{@code
 * try (TradesStandIn trades = TradesStandIn.start(Options.defaults())) {
 *   Market market = trades.markets().list("kraken:BTC/USD");
 *   trades.markets().trade(Draft.of(market, now, "11014.3", "0.5", Side.BUY));
 *   // GET trades.url() + "/0/public/Trades?pair=XBTUSD"
 *   // GET trades.nomicsUrl() + "/trades?key=nomics-key&exchange=kraken&market=XXBTZUSD"
 * }
 * }</pre>
 */
public final class TradesStandIn implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final MarketStore markets;
  private final FaultPlan<Fault> faults = new FaultPlan<>();
  private final Calls calls;
  private final TradesApi api;
  private final Undertow server;

  private TradesStandIn(Options options, MarketStore markets) {
    this.markets = markets;
    this.calls = new Calls(options.recordedCalls());
    this.api = new TradesApi(markets, options, faults, calls);
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
  public static TradesStandIn start(Options options) {
    MarketStore markets = MarketStore.open(options);
    try {
      TradesStandIn started = new TradesStandIn(options, markets);
      started.server.start();
      return started;
    } catch (RuntimeException failed) {
      markets.close();
      throw failed;
    }
  }

  /** The base URL of Kraken, Coinbase Exchange and Binance: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return URI.create("http://" + HOST + ":" + port);
  }

  /** The base URL of Nomics: {@code http://127.0.0.1:PORT/v1}. */
  public URI nomicsUrl() {
    return URI.create(url() + "/v1");
  }

  /** The markets and what is traded in them. */
  public MarketStore markets() {
    return markets;
  }

  /** Misbehaviours, by the names of {@link Call#name()}; all off at first. */
  public FaultPlan<Fault> faults() {
    return faults;
  }

  /** The last calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  /** Those of {@link #calls()} that came before a Retry-After had passed. */
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
    server.stop();
    markets.close();
  }
}
