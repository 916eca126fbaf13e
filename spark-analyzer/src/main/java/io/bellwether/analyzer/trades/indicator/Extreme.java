package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Times;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A price above all, or below all, that the market has had. A late trade still sets the record, but
 * is no news.
 *
 * @param settle how long a market that no seed knows is watched before it has records, nanoseconds
 * @param quiet how long after an alert the next of the same kind waits, nanoseconds
 * @param seeds records from before, by {@link MarketId#key}
 */
public record Extreme(long settle, long quiet, Map<String, Seed> seeds)
    implements Indicator<Extreme.State> {
  /** The highest and the lowest price that a market ever had. */
  public record Seed(BigDecimal high, BigDecimal low) implements java.io.Serializable {}

  /**
   * @param since the time of the first trade; -1 before it
   * @param high null before the first trade, as is {@code low}
   * @param highAlert the time of the last alert; -1 before it
   */
  public record State(
      boolean seeded, long since, BigDecimal high, BigDecimal low, long highAlert, long lowAlert) {}

  @Override
  public State start(MarketId market) {
    Seed seed = seeds.get(market.key());
    return seed == null
        ? new State(false, -1, null, null, -1, -1)
        : new State(true, -1, seed.high, seed.low, -1, -1);
  }

  @Override
  public Outcome<State> on(Tick tick, State state) {
    Trade trade = tick.trade();
    BigDecimal price = trade.price();
    long since = state.since < 0 ? trade.at() : Math.min(state.since, trade.at());
    boolean above = state.high == null || price.compareTo(state.high) > 0;
    boolean below = state.low == null || price.compareTo(state.low) < 0;
    boolean news =
        state.high != null
            && tick.timing() != Timing.LATE
            && (state.seeded || trade.at() - since >= settle);
    boolean highNews = news && above && isQuietOver(state.highAlert, trade.at());
    boolean lowNews = news && below && isQuietOver(state.lowAlert, trade.at());
    List<Finding> findings = new ArrayList<>(1);
    if (highNews) {
      findings.add(finding("high", "highest", state.high, state.seeded, since));
    }
    if (lowNews) {
      findings.add(finding("low", "lowest", state.low, state.seeded, since));
    }
    State next =
        new State(
            state.seeded,
            since,
            above ? price : state.high,
            below ? price : state.low,
            highNews ? trade.at() : state.highAlert,
            lowNews ? trade.at() : state.lowAlert);
    return new Outcome<>(next, findings);
  }

  private boolean isQuietOver(long lastAlert, long now) {
    return lastAlert < 0 || now - lastAlert >= quiet;
  }

  private static Finding finding(
      String what, String word, BigDecimal before, boolean seeded, long since) {
    String reach = seeded ? "all-time " + what : word + " since " + Times.day(since);
    return new Finding(
        what,
        reach + ", before it was " + Figures.plain(before),
        Map.of("before", before.toPlainString()));
  }

  @Override
  public void write(State state, StateWriter to) {
    to.flag(state.seeded);
    to.number(state.since);
    to.decimal(state.high);
    to.decimal(state.low);
    to.number(state.highAlert);
    to.number(state.lowAlert);
  }

  @Override
  public State read(StateReader from) {
    return new State(
        from.flag(), from.number(), from.decimal(), from.decimal(), from.number(), from.number());
  }
}
