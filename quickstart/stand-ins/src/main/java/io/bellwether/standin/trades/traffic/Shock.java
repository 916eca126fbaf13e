package io.bellwether.standin.trades.traffic;

import io.bellwether.standin.trades.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that moves prices for a while, and is over.
 *
 * @param base currency that is concerned
 * @param quote the other one
 * @param exchange the only exchange that is concerned; empty for all
 * @param from when it begins
 * @param lasts how long; the price goes there in the first fifth and comes back in the last
 * @param price what prices are multiplied with
 * @param volume what volumes are multiplied with
 */
public record Shock(
    String base,
    String quote,
    Optional<String> exchange,
    Instant from,
    Duration lasts,
    double price,
    double volume) {
  private static final double RAMP = 0.2;

  /** Of all exchanges that have the market's pair. */
  public static Shock everywhere(
      Market market, Instant from, Duration lasts, double price, double volume) {
    return new Shock(market.base(), market.quote(), Optional.empty(), from, lasts, price, volume);
  }

  /** Of this market alone: the exchanges differ while it lasts. */
  public static Shock only(
      Market market, Instant from, Duration lasts, double price, double volume) {
    return new Shock(
        market.base(), market.quote(), Optional.of(market.exchange()), from, lasts, price, volume);
  }

  /** When it is over. */
  public Instant end() {
    return from.plus(lasts);
  }

  /** Whether the market feels it then. */
  boolean concerns(Market market, Instant time) {
    return market.base().equals(base)
        && market.quote().equals(quote)
        && exchange.map(market.exchange()::equals).orElse(true)
        && !time.isBefore(from)
        && time.isBefore(end());
  }

  /** What the price is multiplied with at a time during it. */
  double priceAt(Instant time) {
    double passed = (double) Duration.between(from, time).toMillis() / lasts.toMillis();
    double height = Math.min(1, Math.min(passed, 1 - passed) / RAMP);
    return 1 + (price - 1) * height;
  }
}
