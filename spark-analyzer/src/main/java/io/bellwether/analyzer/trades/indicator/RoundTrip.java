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

  /** The gain where two prices lie too far apart in time. */
  private static final double NONE = Double.NEGATIVE_INFINITY;

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
    double paidHere = paid(here);
    double gotHere = got(here);
    Trips trips = new Trips(open);
    for (Quote there : tick.pair()) {
      boolean together = Math.abs(here.at() - there.at()) <= maxAge;
      if ((together || trips.isAnyOpen()) && !there.exchange().equals(here.exchange())) {
        judge(here, there, together ? got(there) / paidHere - 1 : NONE, trips);
        judge(there, here, together ? gotHere / paid(there) - 1 : NONE, trips);
      }
    }
    return trips.outcome();
  }

  private void judge(Quote buy, Quote sell, double gain, Trips trips) {
    if (gain >= atLeast) {
      String trip = trip(buy, sell);
      if (trips.open(trip)) {
        trips.found(finding(trip, buy, sell, gain));
      }
    } else if (gain < endsBelow && trips.isAnyOpen()) {
      trips.close(trip(buy, sell));
    }
  }

  private static String trip(Quote buy, Quote sell) {
    return buy.exchange() + ">" + sell.exchange();
  }

  /** For one unit, with the fee. */
  double paid(Quote buy) {
    return buy.ask(spread) * (1 + fee(buy.exchange()));
  }

  /** For one unit, without the fee. */
  double got(Quote sell) {
    return sell.bid(spread) * (1 - fee(sell.exchange()));
  }

  private double fee(String exchange) {
    Double own = fees.get(exchange);
    return own == null ? fee : own;
  }

  private static Finding finding(String trip, Quote buy, Quote sell, double gain) {
    String text =
        "buying on %s at %s and selling on %s at %s would bring %s %% after fees and spread"
            .formatted(
                Figures.title(buy.exchange()),
                Figures.plain(buy.price()),
                Figures.title(sell.exchange()),
                Figures.plain(sell.price()),
                Figures.signed(gain * PERCENT));
    return new Finding(
        trip,
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

  /** The open trips while a trade is looked at: most trades change none. */
  private static final class Trips {
    private final Set<String> before;
    private final List<Finding> findings = new ArrayList<>(0);
    private Set<String> open;

    Trips(Set<String> before) {
      this.before = before;
      this.open = before;
    }

    boolean isAnyOpen() {
      return !open.isEmpty();
    }

    boolean open(String trip) {
      return !open.contains(trip) && changeable().add(trip);
    }

    void close(String trip) {
      if (open.contains(trip)) {
        changeable().remove(trip);
      }
    }

    void found(Finding finding) {
      findings.add(finding);
    }

    Outcome<Set<String>> outcome() {
      return open == before ? Outcome.nothing(before) : new Outcome<>(Set.copyOf(open), findings);
    }

    private Set<String> changeable() {
      open = open == before ? new TreeSet<>(before) : open;
      return open;
    }
  }
}
