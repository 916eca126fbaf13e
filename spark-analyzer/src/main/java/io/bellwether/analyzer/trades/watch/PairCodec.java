package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.indicator.Indicator;
import io.bellwether.analyzer.trades.indicator.Quote;
import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A pair's state as bytes and back. What indicators remember stands in sections with the
 * fingerprint of their settings: one that is new, or has other settings now, begins anew, and the
 * others go on.
 */
public final class PairCodec {
  private static final int VERSION = 1;
  private static final int EXPECTED = 512;
  private final Settings settings;
  private final List<Named> ofMarkets;
  private final List<Named> ofPairs;

  public PairCodec(Settings settings) {
    this.settings = settings;
    this.ofMarkets = settings.ofMarkets();
    this.ofPairs = settings.ofPairs();
  }

  public byte[] write(Pair pair) {
    StateWriter to = new StateWriter(EXPECTED * (pair.size() + 1));
    to.number(VERSION);
    to.number(pair.size());
    MarketId before = null;
    for (Market market : pair.markets().values()) {
      write(market, before, to);
      before = market.id();
    }
    writeStates(ofPairs, pair.states(), to);
    return to.toBytes();
  }

  /**
   * @throws IllegalStateException if a later version has written it
   */
  public Pair read(byte[] bytes) {
    StateReader from = new StateReader(bytes);
    long version = from.number();
    if (version != VERSION) {
      throw new IllegalStateException(
          "The checkpoint's state has version "
              + version
              + ", this job knows "
              + VERSION
              + ". Use the version of the job that wrote it, or a new checkpoint.location.");
    }
    Map<String, Market> markets = new TreeMap<>();
    MarketId before = null;
    for (int left = from.count(); left > 0; left--) {
      Market market = market(before, from);
      before = market.id();
      markets.put(before.key(), market);
    }
    return new Pair(markets, readStates(ofPairs, before, from));
  }

  private void write(Market market, MarketId before, StateWriter to) {
    MarketId id = market.id();
    boolean same = before != null && before.base().equals(id.base());
    boolean sameName = same && before.market().equals(id.market());
    to.text(id.exchange());
    to.flag(sameName);
    if (!sameName) {
      to.text(id.market());
    }
    to.flag(same);
    if (!same) {
      to.text(id.base());
      to.text(id.quote());
    }
    to.number(market.clock());
    to.decimal(market.quote().price());
    to.number(market.clock() - market.quote().at());
    to.number(market.quote().side().code());
    market.counts().write(to);
    market.recent().write(to);
    to.number(market.series().size());
    for (Series series : market.series()) {
      to.number(series.width().code());
      series.write(to);
    }
    market.history().write(to);
    to.flag(market.probability().isPresent());
    market.probability().ifPresent(to::real);
    writeStates(ofMarkets, market.states(), to);
  }

  private Market market(MarketId before, StateReader from) {
    String exchange = from.text();
    String name = from.flag() ? before.market() : from.text();
    MarketId id =
        from.flag()
            ? new MarketId(exchange, name, before.base(), before.quote())
            : new MarketId(exchange, name, from.text(), from.text());
    long clock = from.number();
    Quote quote =
        new Quote(exchange, from.decimal(), clock - from.number(), Side.ofCode(from.count()));
    Counts counts = Counts.read(from);
    Recent recent = Recent.read(from);
    List<Series> series = series(from);
    History history = History.read(from);
    OptionalDouble probability =
        from.flag() ? OptionalDouble.of(from.real()) : OptionalDouble.empty();
    Market market = new Market(id, recent, series, readStates(ofMarkets, id, from));
    market.restore(clock, quote, counts);
    market.judge(history, probability);
    return market;
  }

  /** In the order of the settings, whatever was written before. */
  private List<Series> series(StateReader from) {
    Map<Width, Series> written = new HashMap<>();
    for (int left = from.count(); left > 0; left--) {
      Width width = Width.ofCode(from.count());
      written.put(width, Series.read(width, from));
    }
    List<Series> series = new ArrayList<>();
    for (Width width : settings.widths()) {
      series.add(written.getOrDefault(width, new Series(width)));
    }
    return series;
  }

  private static void writeStates(List<Named> named, List<Object> states, StateWriter to) {
    to.number(named.size());
    for (int i = 0; i < named.size(); i++) {
      to.number(named.get(i).fingerprint());
      StateWriter section = new StateWriter(Long.BYTES * Long.BYTES);
      write(named.get(i).indicator(), states.get(i), section);
      to.section(section);
    }
  }

  // Each state stands at the place of its indicator.
  @SuppressWarnings("unchecked")
  private static <S> void write(Indicator<S> indicator, Object state, StateWriter to) {
    indicator.write((S) state, to);
  }

  private static List<Object> readStates(List<Named> named, MarketId market, StateReader from) {
    Map<Integer, StateReader> sections = new HashMap<>();
    for (int left = from.count(); left > 0; left--) {
      int fingerprint = (int) from.number();
      sections.put(fingerprint, from.section());
    }
    List<Object> states = new ArrayList<>(named.size());
    for (Named one : named) {
      StateReader section = sections.get(one.fingerprint());
      states.add(section == null ? one.indicator().start(market) : one.indicator().read(section));
    }
    return states;
  }
}
