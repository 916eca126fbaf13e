package io.bellwether.standin.trades.traffic;

import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trades in the order of their time, the same for the same seed. Few markets have most of them
 * (Zipf); a pair's price wanders and jumps, and its exchanges differ by a little; volumes are
 * log-normal. Not for several threads.
 *
 * <pre>{@code
 * RandomTrades random = new RandomTrades(1, markets, 1.0, 20, start);
 * while (random.time().isBefore(end)) {
 *   store.trade(random.next());
 * }
 * }</pre>
 */
public final class RandomTrades {
  private static final MathContext PRICE = new MathContext(7);
  private static final MathContext VOLUME = new MathContext(6);
  private static final double EXCHANGES_DIFFER = 0.000_3;
  private static final double SPREAD = 0.000_2;

  private final Random random;
  private final List<Market> markets;
  private final Zipf busy;
  private final double perSecond;
  private final Map<String, Walk> walks = new HashMap<>();
  private final Map<Market, Double> differences = new HashMap<>();
  private final List<Shock> shocks = new ArrayList<>();
  private Instant time;

  /**
   * @param markets the busiest first
   * @param exponent how unequal they are; 0 for not at all
   * @param perSecond trades a second of all together, on average
   * @param start after which they happen
   */
  public RandomTrades(
      long seed, List<Market> markets, double exponent, double perSecond, Instant start) {
    this.random = new Random(seed);
    this.markets = List.copyOf(markets);
    this.busy = new Zipf(markets.size(), exponent);
    this.perSecond = perSecond;
    for (Market market : markets) {
      walks.computeIfAbsent(market.pair(), pair -> new Walk(market.base(), market.quote(), start));
      differences.put(market, 1 + EXCHANGES_DIFFER * random.nextGaussian());
    }
    this.time = start;
    step();
  }

  /** When the next trade happens. */
  public Instant time() {
    return time;
  }

  /** Plans a shock. Those that are over are forgotten. */
  public void plan(Shock shock) {
    shocks.removeIf(each -> each.end().isBefore(time));
    shocks.add(shock);
  }

  /** The price of the market's pair goes on from this one. */
  public void resume(Market market, BigDecimal price) {
    walks.get(market.pair()).resume(price.doubleValue());
  }

  /** The next trade. */
  public Draft next() {
    Market market = markets.get(busy.pick(random));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    double price = walks.get(market.pair()).at(time, random) * differences.get(market);
    price *= side == Side.BUY ? 1 + SPREAD / 2 : 1 - SPREAD / 2;
    double volume = Math.exp(random.nextGaussian()) * 1_000 / price;
    for (Shock shock : shocks) {
      if (shock.concerns(market, time)) {
        price *= shock.priceAt(time);
        volume *= shock.volume();
      }
    }
    Draft draft =
        new Draft(
            market, null, time, new BigDecimal(price, PRICE), new BigDecimal(volume, VOLUME), side);
    step();
    return draft;
  }

  /** Whole milliseconds, so that some trades share one. */
  private void step() {
    double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
    time = time.plusNanos((long) (seconds * 1e9)).truncatedTo(ChronoUnit.MILLIS);
  }
}
