package io.bellwether.benchmarks.load;

import java.time.Instant;
import java.util.Random;

/**
 * Trades of 2,400 markets on 11 exchanges, a few of them busy and most of them quiet: the n-th
 * market has a share in proportion to 1/n. Each market's price crosses a level upwards with every
 * so-manieth trade, which has to raise an alert.
 */
public final class Markets {
  public static final int COUNT = 2_400;
  private static final int EXCHANGES = 11;

  private final Random random;
  private final int crossEvery;
  private final double[] shares = new double[COUNT];
  private final long[] numbers = new long[COUNT];

  /**
   * The same seed gives the same trades.
   *
   * @param crossEvery one of how many trades of a market crosses the level; 2 or more
   */
  public Markets(long seed, int crossEvery) {
    this.random = new Random(seed);
    this.crossEvery = crossEvery;
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += 1.0 / (i + 1);
      shares[i] = sum;
    }
  }

  /** The next trade, of any market. */
  public MadeTrade next(Instant at) {
    double drawn = random.nextDouble() * shares[COUNT - 1];
    int low = 0;
    int high = COUNT - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (shares[middle] < drawn) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return of(low, at);
  }

  /** The next trade of one market. */
  public MadeTrade of(int market, Instant at) {
    long number = numbers[market]++;
    String exchange = "exchange" + market % EXCHANGES;
    String base = "C" + market / EXCHANGES;
    return MadeTrade.trade(exchange, base, number, number % crossEvery == crossEvery - 1, at);
  }
}
