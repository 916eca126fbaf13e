package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.indicator.Finding;
import io.bellwether.analyzer.trades.indicator.Quote;
import io.bellwether.analyzer.trades.indicator.Tick;
import io.bellwether.analyzer.trades.indicator.Timing;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes the trades of one pair, one by one, and ends with the pair's new state. */
public final class Watch {
  private final Settings settings;
  private final Consumer<Alert> alerts;
  private final Map<String, Market> markets;
  private final Set<String> touched = new HashSet<>();
  private final States states;
  private Counts seen = Counts.NONE;

  /**
   * @param pair as it was; null for one that was never seen
   * @param alerts told of each at once
   */
  public Watch(Settings settings, Pair pair, Consumer<Alert> alerts) {
    this.settings = settings;
    this.alerts = alerts;
    this.markets = pair == null ? new TreeMap<>() : new TreeMap<>(pair.markets());
    this.states = new States(settings, pair);
  }

  /** What the trades were like, since this was made. */
  public Counts seen() {
    return seen;
  }

  /** The next trade. Those of one market come in the order in which they stand in the topic. */
  public void on(Trade trade) {
    MarketId id = trade.market();
    Market market = markets.get(id.key());
    if (market == null) {
      market = fresh(id);
    }
    touched.add(id.key());
    long hash = Recent.hash(trade.eventId());
    // Only what is not ahead of the clock can have been here before.
    if (trade.at() <= market.clock() && market.recent().contains(hash)) {
      count(market, new Counts(0, 0, 0, 1));
      return;
    }
    Timing timing = timing(market, trade);
    Judged judged = Judged.of(settings, market, trade, timing);
    Quote quote = timing == Timing.IN_ORDER ? Quote.of(trade) : market.quote();
    Market next =
        new Market(
            id,
            Math.max(market.clock(), trade.at()),
            quote,
            market.counts(),
            market.recent().plus(hash, settings.remembered()),
            timing == Timing.LATE ? market.series() : plus(judged.series(), trade),
            judged.history(),
            judged.probability(),
            market.states());
    markets.put(id.key(), next);
    Tick tick = new Tick(trade, timing, quotes(), judged.fresh());
    List<Object> after =
        states.after(tick, next, (named, finding) -> alert(named, tick, next, finding));
    markets.put(id.key(), next.with(after));
    count(
        markets.get(id.key()),
        new Counts(1, timing == Timing.OUT_OF_ORDER ? 1 : 0, timing == Timing.LATE ? 1 : 0, 0));
  }

  private void alert(Named named, Tick tick, Market market, Finding what) {
    alerts.accept(new Alert(named.name(), named.type(), tick.trade(), what, market.probability()));
  }

  /** Candles that are over, and over again if they changed; each is told once. */
  public List<Closed> closed() {
    List<Closed> closed = new ArrayList<>();
    for (String key : touched) {
      Market market = markets.get(key);
      List<Series> told = new ArrayList<>(market.series().size());
      for (Series series : market.series()) {
        for (Candle candle : series.toTell(market.clock())) {
          closed.add(new Closed(market.id(), candle, market.counts()));
        }
        told.add(series.told(market.clock(), settings.lateness()));
      }
      markets.put(key, market.withSeries(told));
    }
    touched.clear();
    return closed;
  }

  /** The state to remember, without markets that have long been silent while others went on. */
  public Pair pair() {
    long clock = markets.values().stream().mapToLong(Market::clock).max().orElse(0);
    markets.values().removeIf(market -> market.clock() < clock - settings.expiry());
    return new Pair(new TreeMap<>(markets), states.ofPair());
  }

  private Market fresh(MarketId id) {
    List<Series> series = new ArrayList<>();
    for (Width width : settings.widths()) {
      series.add(Series.empty(width));
    }
    return Market.fresh(id, series, states.fresh(id));
  }

  private Timing timing(Market market, Trade trade) {
    if (trade.at() >= market.clock()) {
      return Timing.IN_ORDER;
    }
    return trade.at() >= market.clock() - settings.lateness() ? Timing.OUT_OF_ORDER : Timing.LATE;
  }

  private static List<Series> plus(List<Series> series, Trade trade) {
    List<Series> next = new ArrayList<>(series.size());
    for (Series one : series) {
      next.add(one.plus(trade));
    }
    return next;
  }

  private List<Quote> quotes() {
    return states.compareExchanges()
        ? markets.values().stream().map(Market::quote).filter(Objects::nonNull).toList()
        : List.of();
  }

  private void count(Market market, Counts more) {
    seen = seen.plus(more);
    markets.put(market.id().key(), market.with(market.counts().plus(more)));
  }
}
