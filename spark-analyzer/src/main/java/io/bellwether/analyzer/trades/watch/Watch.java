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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes the trades of one pair, one by one, and ends with the pair's new state. */
public final class Watch {
  private final Settings settings;
  private final Consumer<Alert> alerts;
  private final Map<String, Market> markets;
  private final Set<Market> touched = new LinkedHashSet<>();
  private final States states;
  private final Quotes quotes;
  private Counts seen = Counts.NONE;

  /**
   * @param pair as it was, which is this one's from now on; null for one that was never seen
   * @param alerts told of each at once
   */
  public Watch(Settings settings, Pair pair, Consumer<Alert> alerts) {
    this.settings = settings;
    this.alerts = alerts;
    this.markets = pair == null ? new TreeMap<>() : pair.markets();
    this.states = new States(settings, pair);
    this.quotes = new Quotes(markets);
  }

  /** What the trades were like, since this was made. */
  public Counts seen() {
    return seen;
  }

  /** The next trade. Those of one market come in the order in which they stand in the topic. */
  public void on(Trade trade) {
    MarketId id = trade.market();
    Market market = markets.computeIfAbsent(id.key(), key -> fresh(id));
    touched.add(market);
    long hash = Recent.hash(trade.eventId());
    // Only what is not ahead of the clock can have been here before.
    if (trade.at() <= market.clock() && market.recent().contains(hash)) {
      count(market, Counts.REPEATED);
      return;
    }
    Timing timing = timing(market, trade);
    OptionalDouble fresh = Forecast.of(settings, market, trade, timing);
    market.recent().add(hash, settings.remembered());
    if (timing != Timing.LATE) {
      market.series().forEach(series -> series.add(trade));
    }
    market.at(trade.at(), timing, Quote.of(trade));
    Tick tick = new Tick(trade, timing, quotes(market), fresh);
    states.on(tick, market, (named, finding) -> alert(named, tick, market, finding));
    count(market, Counts.one(timing));
  }

  private void alert(Named named, Tick tick, Market market, Finding what) {
    alerts.accept(new Alert(named.name(), named.type(), tick.trade(), what, market.probability()));
  }

  /** Candles that are over, and over again if they changed; each is told once. */
  public List<Closed> closed() {
    List<Closed> closed = new ArrayList<>();
    for (Market market : touched) {
      for (Series series : market.series()) {
        for (Candle candle : series.toTell(market.clock())) {
          closed.add(new Closed(market.id(), candle, market.counts()));
        }
        series.told(market.clock(), settings.lateness());
      }
    }
    touched.clear();
    return closed;
  }

  /** The state to remember, without markets that have long been silent while others went on. */
  public Pair pair() {
    long clock = markets.values().stream().mapToLong(Market::clock).max().orElse(0);
    markets.values().removeIf(market -> market.clock() < clock - settings.expiry());
    return new Pair(markets, states.ofPair());
  }

  private Market fresh(MarketId id) {
    List<Series> series = new ArrayList<>();
    for (Width width : settings.widths()) {
      series.add(new Series(width));
    }
    return new Market(id, new Recent(), series, states.fresh(id));
  }

  private Timing timing(Market market, Trade trade) {
    if (trade.at() >= market.clock()) {
      return Timing.IN_ORDER;
    }
    return trade.at() >= market.clock() - settings.lateness() ? Timing.OUT_OF_ORDER : Timing.LATE;
  }

  private List<Quote> quotes(Market changed) {
    return states.compareExchanges() ? quotes.with(changed) : Collections.emptyList();
  }

  private void count(Market market, Counts more) {
    seen = seen.plus(more);
    market.count(more);
  }
}
