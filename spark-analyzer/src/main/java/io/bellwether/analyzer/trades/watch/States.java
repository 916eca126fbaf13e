package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.indicator.Finding;
import io.bellwether.analyzer.trades.indicator.Indicator;
import io.bellwether.analyzer.trades.indicator.Outcome;
import io.bellwether.analyzer.trades.indicator.Tick;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The indicators' states: those of a market are handed in and out, those of the pair are here. */
final class States {
  private final List<Named> ofMarkets;
  private final List<Named> ofPairs;
  private final List<Object> pairStates = new ArrayList<>();

  States(Settings settings, Pair pair) {
    ofMarkets = settings.ofMarkets();
    ofPairs = settings.ofPairs();
    if (pair != null) {
      pairStates.addAll(pair.states());
    }
  }

  boolean compareExchanges() {
    return !ofPairs.isEmpty();
  }

  List<Object> ofPair() {
    return List.copyOf(pairStates);
  }

  /** Those of a market that has had no trade. */
  List<Object> fresh(MarketId market) {
    if (pairStates.isEmpty()) {
      ofPairs.forEach(named -> pairStates.add(named.indicator().start(market)));
    }
    List<Object> states = new ArrayList<>(ofMarkets.size());
    ofMarkets.forEach(named -> states.add(named.indicator().start(market)));
    return states;
  }

  /** Moves those of the pair and of a market on by a trade. */
  void on(Tick tick, Market market, BiConsumer<Named, Finding> found) {
    on(tick, ofPairs, pairStates, found);
    on(tick, ofMarkets, market.states(), found);
  }

  private static void on(
      Tick tick, List<Named> named, List<Object> states, BiConsumer<Named, Finding> found) {
    for (int i = 0; i < states.size(); i++) {
      states.set(i, after(tick, named.get(i), states.get(i), found));
    }
  }

  private static Object after(
      Tick tick, Named named, Object state, BiConsumer<Named, Finding> found) {
    Outcome<?> outcome = outcome(named.indicator(), tick, state);
    outcome.findings().forEach(finding -> found.accept(named, finding));
    return outcome.state();
  }

  // Each state stands at the place of its indicator.
  @SuppressWarnings("unchecked")
  private static <S> Outcome<S> outcome(Indicator<S> indicator, Tick tick, Object state) {
    return indicator.on(tick, (S) state);
  }
}
