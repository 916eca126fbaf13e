package io.bellwether.analyzer.trades.watch;

import java.util.List;
import java.util.Map;

/**
 * What is remembered of all markets of one base and quote.
 *
 * @param markets by exchange and market, in that order
 * @param states of the indicators that compare exchanges, in the order of the settings
 */
public record Pair(Map<String, Market> markets, List<Object> states) {
  public int size() {
    return markets.size();
  }
}
