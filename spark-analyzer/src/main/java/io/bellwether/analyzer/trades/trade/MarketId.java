package io.bellwether.analyzer.trades.trade;

/**
 * Where something is traded.
 *
 * @param exchange such as {@code kraken}
 * @param market the exchange's market, such as {@code BTC/USD}
 * @param base what is bought, such as {@code BTC}
 * @param quote what it is paid in, such as {@code USD}
 */
public record MarketId(String exchange, String market, String base, String quote) {
  /** As the record key of a trade. */
  public String key() {
    return exchange + ":" + market;
  }

  /** What markets of several exchanges have in common, so that their prices can be compared. */
  public String pair() {
    return base + "/" + quote;
  }
}
