package io.bellwether.connect.nomics.source.mapping;

/**
 * A market of an exchange.
 *
 * @param exchange its id in lower case
 * @param name by which it is configured and told: {@code BASE/QUOTE} on the live exchanges, the
 *     server's own market id with Nomics, where several markets can have the same currencies
 * @param base currency that is traded, by its usual code
 * @param quote currency of the price, likewise
 * @param symbol what the API calls it
 * @param active whether it is traded now; others are read only where they are listed by name
 */
public record Market(
    String exchange, String name, String base, String quote, String symbol, boolean active) {
  /** The same, not traded any more. */
  public Market gone() {
    return new Market(exchange, name, base, quote, symbol, false);
  }

  /** {@code kraken:BTC/USD}. */
  public String key() {
    return exchange + ":" + name;
  }
}
