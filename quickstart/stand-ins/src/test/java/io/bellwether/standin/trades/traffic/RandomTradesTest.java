package io.bellwether.standin.trades.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomTradesTest {
  private static final Instant START = Instant.parse("2023-11-14T12:00:00Z");
  private static final Market KRAKEN = Market.of("kraken:BTC/USD");
  private static final Market BINANCE = Market.of("binance:BTC/USD");
  private static final Market OTHER = Market.of("kraken:ETH/USD");
  private static final List<Market> MARKETS = List.of(KRAKEN, BINANCE, OTHER);

  private static List<Draft> take(RandomTrades random, int count) {
    return IntStream.range(0, count).mapToObj(n -> random.next()).toList();
  }

  private static RandomTrades random(long seed) {
    return new RandomTrades(seed, MARKETS, 1, 10, START);
  }

  @Test
  void theSameSeedGivesTheSameTrades() {
    assertEquals(take(random(1), 1_000), take(random(1), 1_000));
    assertNotEquals(take(random(1), 1_000), take(random(2), 1_000));
  }

  @Test
  void timeNeverGoesBackAndTheRateIsKept() {
    List<Draft> drafts = take(random(1), 10_000);
    Instant before = START;
    for (Draft draft : drafts) {
      assertFalse(draft.time().isBefore(before));
      before = draft.time();
    }
    double perSecond = 10_000 / (Duration.between(START, before).toMillis() / 1000.0);
    assertEquals(10, perSecond, 0.5);
  }

  @Test
  void fewMarketsHaveMostOfTheTrades() {
    List<Market> many =
        IntStream.range(0, 1_000).mapToObj(n -> Market.of("kraken:C" + n + "/USD")).toList();
    Map<Market, Long> counts =
        take(new RandomTrades(1, many, 1, 100, START), 20_000).stream()
            .collect(Collectors.groupingBy(Draft::market, Collectors.counting()));
    long busiest = counts.get(many.get(0));
    assertEquals(20_000 / 7.5, (double) busiest, 300);
    assertEquals(busiest / 2.0, (double) counts.get(many.get(1)), 200);
  }

  @Test
  void pricesWanderWithoutRunningAway() {
    List<Double> prices = new ArrayList<>();
    for (Draft draft : take(random(1), 36_000)) {
      if (draft.market().equals(KRAKEN)) {
        prices.add(draft.price().doubleValue());
      }
    }
    double first = prices.get(0);
    assertTrue(prices.stream().distinct().count() > 1_000);
    assertTrue(prices.stream().allMatch(price -> Math.abs(price / first - 1) < 0.2));
  }

  @Test
  void aShockMovesItsOwnMarketAndIsOver() {
    RandomTrades random = random(1);
    random.plan(Shock.only(KRAKEN, START.plusSeconds(60), Duration.ofSeconds(60), 1.05, 8));
    List<Draft> drafts = take(random, 2_400);
    assertEquals(1.05, ratio(drafts, 90), 0.01);
    assertEquals(1, ratio(drafts, 30), 0.01);
    assertEquals(1, ratio(drafts, 150), 0.01);
  }

  /** The last price on Kraken by that on Binance, this many seconds after the start. */
  private static double ratio(List<Draft> drafts, int second) {
    return last(drafts, KRAKEN, second) / last(drafts, BINANCE, second);
  }

  private static double last(List<Draft> drafts, Market market, int second) {
    return drafts.stream()
        .filter(draft -> draft.market().equals(market))
        .filter(draft -> draft.time().isBefore(START.plusSeconds(second)))
        .reduce((older, newer) -> newer)
        .orElseThrow()
        .price()
        .doubleValue();
  }
}
