package io.bellwether.standin.trades;

import java.util.Locale;

/**
 * A market of an exchange.
 *
 * @param exchange id in lower case: {@code kraken}, {@code coinbase} and {@code binance} are also
 *     served in their own dialects, every exchange in that of Nomics
 * @param base currency being traded, such as {@code BTC}
 * @param quote currency of the price, such as {@code USD}
 */
public record Market(String exchange, String base, String quote) {
  /** Reads {@code kraken:BTC/USD}. */
  public static Market of(String name) {
    int colon = name.indexOf(':');
    int slash = name.indexOf('/', colon + 1);
    if (colon < 1 || slash < colon + 2 || slash == name.length() - 1) {
      throw new IllegalArgumentException("not exchange:BASE/QUOTE: " + name);
    }
    return new Market(
        name.substring(0, colon).toLowerCase(Locale.ROOT),
        name.substring(colon + 1, slash).toUpperCase(Locale.ROOT),
        name.substring(slash + 1).toUpperCase(Locale.ROOT));
  }

  /** The id that the exchange's own API uses. */
  public String nativeId() {
    return switch (exchange) {
      case "kraken" -> KrakenNames.key(this);
      case "coinbase" -> base + "-" + quote;
      default -> base + quote;
    };
  }

  /** {@code BTC/USD}. */
  public String pair() {
    return base + "/" + quote;
  }

  @Override
  public String toString() {
    return exchange + ":" + pair();
  }
}
