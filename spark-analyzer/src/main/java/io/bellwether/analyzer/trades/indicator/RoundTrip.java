package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What buying on one exchange and selling on another would bring now, after both fees and the
 * spread: an estimate from the latest trades, not an offer that stands. One opportunity is one
 * alert, until it has fallen below where it ends.
 *
 * @param atLeast the gain, as a share
 * @param endsBelow as a share
 * @param fee of each deal, as a share, where {@code fees} does not have the exchange
 * @param spread between bid and ask, as a share; counted where the last trade does not tell
 * @param maxAge how far apart in time two prices may be, nanoseconds
 */
public record RoundTrip(
    double atLeast,
    double endsBelow,
    double fee,
    Map<String, Double> fees,
    double spread,
    long maxAge)
    implements Indicator<Set<String>> {
  private static final double PERCENT = 100;

  @Override
  public boolean comparesExchanges() {
    return true;
  }

  @Override
  public Set<String> start(MarketId market) {
    return Set.of();
  }

  @Override
  public Outcome<Set<String>> on(Tick tick, Set<String> open) {
    if (tick.timing() != Timing.IN_ORDER || tick.pair().size() < 2) {
      return Outcome.nothing(open);
    }
    Quote here = Quote.of(tick.trade());
    Set<String> stillOpen = new TreeSet<>(open);
    List<Finding> findings = new ArrayList<>(0);
    for (Quote there : tick.pair()) {
      if (!there.exchange().equals(here.exchange())) {
        judge(here, there, stillOpen, findings);
        judge(there, here, stillOpen, findings);
      }
    }
    return new Outcome<>(Set.copyOf(stillOpen), findings);
  }

  private void judge(Quote buy, Quote sell, Set<String> open, List<Finding> findings) {
    double gain =
        Math.abs(buy.at() - sell.at()) > maxAge ? Double.NEGATIVE_INFINITY : gain(buy, sell);
    if (gain < atLeast && (open.isEmpty() || gain >= endsBelow)) {
      return;
    }
    String trip = buy.exchange() + ">" + sell.exchange();
    if (gain >= atLeast) {
      if (open.add(trip)) {
        findings.add(finding(buy, sell, gain));
      }
    } else if (gain < endsBelow) {
      open.remove(trip);
    }
  }

  /** As a share of what is paid. */
  double gain(Quote buy, Quote sell) {
    double paid = buy.ask(spread) * (1 + fee(buy.exchange()));
    double got = sell.bid(spread) * (1 - fee(sell.exchange()));
    return got / paid - 1;
  }

  private double fee(String exchange) {
    return fees.getOrDefault(exchange, fee);
  }

  private static Finding finding(Quote buy, Quote sell, double gain) {
    String text =
        "buying on %s at %s and selling on %s at %s would bring %s %% after fees and spread"
            .formatted(
                Figures.title(buy.exchange()),
                Figures.plain(buy.price()),
                Figures.title(sell.exchange()),
                Figures.plain(sell.price()),
                Figures.signed(gain * PERCENT));
    return new Finding(
        buy.exchange() + ">" + sell.exchange(),
        text,
        Map.of(
            "buy_exchange",
            buy.exchange(),
            "buy_price",
            buy.price().toPlainString(),
            "sell_exchange",
            sell.exchange(),
            "sell_price",
            sell.price().toPlainString(),
            "gain_percent",
            gain * PERCENT));
  }

  @Override
  public void write(Set<String> state, StateWriter to) {
    to.number(state.size());
    new TreeSet<>(state).forEach(to::text);
  }

  @Override
  public Set<String> read(StateReader from) {
    Set<String> open = new TreeSet<>();
    for (int left = from.count(); left > 0; left--) {
      open.add(from.text());
    }
    return Set.copyOf(open);
  }
}
