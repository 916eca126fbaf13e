package io.bellwether.quickstart.trades;

import io.bellwether.quickstart.rows.Stopped;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Trade;
import io.bellwether.standin.trades.traffic.RandomTrades;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Twelve markets on three exchanges: an hour of the past at once, so that there is something to
 * compare with, and from then on as time passes. The past is calm; the present has surprises.
 */
final class MadeUpTrades implements Trading {
  private static final List<Market> MARKETS =
      List.of(
              "coinbase:BTC/USD",
              "kraken:BTC/USD",
              "coinbase:ETH/USD",
              "binance:BTC/USD",
              "kraken:ETH/USD",
              "kraken:XRP/USD",
              "binance:ETH/USD",
              "coinbase:XRP/USD",
              "coinbase:LTC/USD",
              "kraken:LTC/USD",
              "kraken:ADA/USD",
              "binance:ADA/USD")
          .stream()
          .map(Market::of)
          .toList();

  private static final Duration PAST = Duration.ofHours(1);
  private static final double PER_SECOND = 6;
  private static final double UNEQUAL = 0.6;
  private static final long SEED = 20_181_101;
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);

  private final MarketStore store;
  private final InstantSource clock;
  private final RandomTrades random;
  private final Surprises surprises;

  /** {@code speed} is how many times the usual six trades a second. */
  MadeUpTrades(MarketStore store, double speed, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    Instant now = clock.instant();
    Instant last =
        MARKETS.stream()
            .flatMap(market -> last(market).stream())
            .map(Trade::time)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    Instant past = now.minus(PAST);
    long seed = SEED + store.total();
    this.random =
        new RandomTrades(
            seed, MARKETS, UNEQUAL, PER_SECOND * speed, last.isAfter(past) ? last : past);
    MARKETS.forEach(
        market -> last(market).ifPresent(trade -> random.resume(market, trade.price())));
    this.surprises = new Surprises(seed, MARKETS, now);
  }

  private Optional<Trade> last(Market market) {
    return store.tape(store.list(market)).newest(1).stream().findFirst();
  }

  @Override
  public void run(Stopped time) {
    do {
      round();
    } while (!time.stoppedWithin(ROUND));
  }

  /** Does what is due by now. */
  void round() {
    Instant now = clock.instant();
    if (surprises.isDue(now)) {
      random.plan(surprises.next(now));
    }
    while (!random.time().isAfter(now)) {
      store.trade(random.next());
    }
  }
}
