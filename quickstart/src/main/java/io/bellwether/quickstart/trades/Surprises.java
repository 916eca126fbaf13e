package io.bellwether.quickstart.trades;

import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.traffic.Shock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** One shock after another, the first soon: rises, falls, exchanges that differ, much volume. */
final class Surprises {
  private static final Duration FIRST = Duration.ofSeconds(8);
  private static final Duration EVERY = Duration.ofSeconds(25);

  private enum Kind {
    RISE,
    APART,
    FALL,
    BUSY
  }

  private final Random random;
  private final List<Market> markets;
  private Instant next;
  private int told;

  Surprises(long seed, List<Market> markets, Instant start) {
    this.random = new Random(seed);
    this.markets = markets;
    this.next = start.plus(FIRST);
  }

  /** Whether the next one should be planned now. */
  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  /** The next one, in a market that is busy rather than quiet. */
  Shock next(Instant now) {
    next = now.plus(EVERY);
    int busiest = Math.min(markets.size(), 6);
    Market market = markets.get(random.nextInt(busiest));
    double size = 0.02 + 0.02 * random.nextDouble();
    return switch (Kind.values()[told++ % Kind.values().length]) {
      case RISE -> Shock.everywhere(market, now, Duration.ofSeconds(40), 1 + size, 5);
      case APART -> Shock.only(market, now, Duration.ofSeconds(30), 1 + size, 1);
      case FALL -> Shock.everywhere(market, now, Duration.ofSeconds(40), 1 - size, 5);
      case BUSY -> Shock.everywhere(market, now, Duration.ofSeconds(40), 1, 25);
    };
  }
}
