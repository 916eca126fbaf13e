package io.bellwether.connect.nomics.source.schedule;

import java.time.Duration;

/**
 * What a schedule has to work with.
 *
 * @param requestsPerSecond how many pages may be asked for
 * @param staleness the longest time between two readings of a market
 * @param pageSize how many trades a page has at most
 * @param shortest the shortest time between two readings of a market that has been read to its end
 */
public record Pace(double requestsPerSecond, Duration staleness, int pageSize, Duration shortest) {
  private static final double NANOS = 1e9;
  private static final double USABLE = 0.95;

  /** The time of one request. */
  Duration slot() {
    return Duration.ofNanos((long) (NANOS / requestsPerSecond));
  }

  /**
   * How many requests a second a market needs: enough for its trades, and for the bound.
   *
   * @param rate its trades a second
   */
  public double load(double rate) {
    return Math.max(rate / pageSize, boundLoad());
  }

  /** How many requests a second the bound alone takes for one market. */
  public double boundLoad() {
    return NANOS / staleness.toNanos();
  }

  /** Whether so many markets can be read within the bound, with a little to spare. */
  public boolean allows(int markets) {
    return markets * boundLoad() <= requestsPerSecond * USABLE;
  }

  /** The shortest bound within which so many markets can be read. */
  public Duration shortestBound(int markets) {
    return Duration.ofSeconds((long) Math.ceil(markets / (requestsPerSecond * USABLE)));
  }
}
