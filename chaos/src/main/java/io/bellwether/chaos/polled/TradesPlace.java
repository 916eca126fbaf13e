package io.bellwether.chaos.polled;

import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.Trade;
import io.bellwether.standin.trades.TradesStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Three markets whose trades come in bursts, many of one millisecond. */
public final class TradesPlace extends SeededPlace {
  private static final String KEY = "chaos-nomics-key";
  private static final List<String> PAIRS = List.of("BTC/USD", "ETH/USD", "XRP/ETH");

  private static final Duration SHORT = Duration.ofSeconds(1);

  /** An API that the connector speaks. */
  public enum Api {
    KRAKEN,
    COINBASE,
    BINANCE,
    NOMICS;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Nomics showed markets of all exchanges; these are Bitfinex's. */
    private String exchange() {
      return this == NOMICS ? "bitfinex" : key();
    }
  }

  private final TradesStandIn trades = TradesStandIn.start(Options.defaults().withNomicsKey(KEY));
  private final Api api;
  private final List<Market> markets;
  private int made;

  /**
   * @param steps each brings ten trades on average
   */
  public TradesPlace(Api api, int steps, long seed) {
    super(steps, seed);
    this.api = api;
    this.markets =
        PAIRS.stream().map(pair -> trades.markets().list(api.exchange() + ":" + pair)).toList();
  }

  @Override
  public String connector() {
    return "nomics-source";
  }

  @Override
  public String topic() {
    return "trades";
  }

  @Override
  public String idPrefix() {
    return "trade:";
  }

  @Override
  public List<Topics.Topic> topics() {
    return List.of(new Topics.Topic(topic(), false), new Topics.Topic("market-metadata", true));
  }

  @Override
  public Map<String, String> changes() {
    return Map.of(
        "trades.api",
        api.key(),
        "markets",
        markets.stream().map(this::name).collect(Collectors.joining(",")),
        "start.from",
        "beginning",
        "trades.timeout.ms",
        "5000",
        "requests.per.second",
        "2",
        "poll.interval.ms",
        "500");
  }

  private String name(Market market) {
    return market.exchange() + ":" + (api == Api.NOMICS ? market.nativeId() : market.pair());
  }

  @Override
  public Map<String, String> settings() {
    String url =
        switch (api) {
          case KRAKEN -> trades.url() + "/0/public/";
          case COINBASE -> trades.url().toString();
          case BINANCE -> trades.url() + "/api/v3/";
          case NOMICS -> trades.nomicsUrl().toString();
        };
    return api == Api.NOMICS
        ? Map.of("trades.api.url", url, "trades.api.key", "${env:TRADES_API_KEY}")
        : Map.of("trades.api.url", url);
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("TRADES_API_KEY", KEY);
  }

  @Override
  public String secretPattern() {
    return KEY;
  }

  @Override
  public String address() {
    return api + " at " + trades.url();
  }

  /** Some trades of one market at one time. */
  @Override
  void appear(int things) {
    Market market = markets.get(random().nextInt(markets.size()));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (int each = 0; each < things; each++) {
      made++;
      Side side = random().nextBoolean() ? Side.BUY : Side.SELL;
      Trade trade = trades.markets().trade(Draft.of(market, now, made + ".25", "0.0" + made, side));
      expect(idPrefix() + name(market) + ":" + trade.id());
    }
  }

  @Override
  public int partitions() {
    return markets.size();
  }

  /** All but an exchange that leaves a trade out of a page: what it never shows cannot be read. */
  @Override
  public void misbehave(long seed, double share) {
    trades
        .faults()
        .seeded(
            seed,
            share,
            List.of(
                Fault.rateLimited(SHORT),
                Fault.banned(SHORT),
                Fault.serverError(503),
                Fault.serviceError("EService:Unavailable"),
                Fault.timeout(SHORT),
                Fault.of(Fault.Kind.TRUNCATED),
                Fault.of(Fault.Kind.BROKEN_JSON),
                Fault.of(Fault.Kind.RESET),
                Fault.of(Fault.Kind.OUT_OF_ORDER),
                Fault.of(Fault.Kind.REPEATED)));
  }

  @Override
  public void behave() {
    trades.faults().clear();
  }

  @Override
  public int calls() {
    return trades.calls().size();
  }

  @Override
  public List<String> callsTooSoon() {
    return trades.callsInsideRetryAfter().stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    trades.close();
  }
}
