package io.bellwether.standin.trades.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** The price of one pair, wandering: small steps by the time that passes, and rarely a jump. */
final class Walk {
  private static final Map<String, Double> KNOWN =
      Map.of("BTC", 11_000.0, "ETH", 300.0, "LTC", 120.0, "XRP", 0.4, "ADA", 0.08, "USD", 1.0);

  /** A second's standard deviation; about 0.8 % in an hour. */
  private static final double PER_SECOND = 0.000_13;

  private static final double JUMPS_PER_HOUR = 0.2;
  private static final double SMALLEST_JUMP = 0.005;
  private static final double LARGEST_JUMP = 0.02;

  private double price;
  private Instant at;

  Walk(String base, String quote, Instant start) {
    this.price = worth(base) / worth(quote);
    this.at = start;
  }

  /** A currency nobody knows is worth something between a hundredth and a hundred. */
  private static double worth(String currency) {
    if (currency.equals("USDT") || currency.equals("EUR")) {
      return 1;
    }
    double unknown = Math.pow(10, Math.floorMod(currency.hashCode(), 401) / 100.0 - 2);
    return KNOWN.getOrDefault(currency, unknown);
  }

  /** Goes on from a price. */
  void resume(double from) {
    price = from;
  }

  double at(Instant time, Random random) {
    double seconds = Math.max(0, Duration.between(at, time).toMillis() / 1000.0);
    at = time;
    price *= Math.exp(PER_SECOND * Math.sqrt(seconds) * random.nextGaussian());
    if (random.nextDouble() < JUMPS_PER_HOUR * seconds / 3_600) {
      double size = SMALLEST_JUMP + random.nextDouble() * (LARGEST_JUMP - SMALLEST_JUMP);
      price *= random.nextBoolean() ? 1 + size : 1 - size;
    }
    return price;
  }
}
