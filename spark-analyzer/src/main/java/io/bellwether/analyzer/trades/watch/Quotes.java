package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.indicator.Quote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The latest trades of a pair's markets, in the order of the markets. */
final class Quotes {
  private final Map<String, Market> markets;
  private final IdentityHashMap<Market, Integer> places = new IdentityHashMap<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Quote> readOnly = Collections.unmodifiableList(quotes);

  Quotes(Map<String, Market> markets) {
    this.markets = markets;
  }

  /** All of them after a market has changed, until the next one does. */
  List<Quote> with(Market changed) {
    Integer place = places.get(changed);
    if (place == null) {
      places.clear();
      quotes.clear();
      markets.values().forEach(this::add);
    } else {
      quotes.set(place, changed.quote());
    }
    return readOnly;
  }

  private void add(Market market) {
    places.put(market, quotes.size());
    quotes.add(market.quote());
  }
}
