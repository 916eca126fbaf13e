package io.bellwether.connect.nomics.source.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Markets whose trades arrive at random times: by Zipf's law a few have most of them, and each
 * market has its busy and its quiet quarters of an hour. The server side of a simulation.
 */
final class SimulatedMarkets {
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final double QUARTER = 900;

  /** Times of trades in seconds since the start, ascending, by market. */
  private final List<double[]> trades = new ArrayList<>();

  private final int[] cursors;
  private final int pageSize;

  /**
   * @param perSecond trades of all markets together
   */
  SimulatedMarkets(long seed, int markets, double perSecond, Duration duration, int pageSize) {
    this.pageSize = pageSize;
    this.cursors = new int[markets];
    Random random = new Random(seed);
    double[] shares = new double[markets];
    for (int rank = 0; rank < markets; rank++) {
      shares[rank] = 1.0 / (rank + 1);
    }
    double all = Arrays.stream(shares).sum();
    for (int n = markets - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      double swapped = shares[n];
      shares[n] = shares[other];
      shares[other] = swapped;
    }
    for (double share : shares) {
      trades.add(arrivals(random, share / all * perSecond, (double) duration.toSeconds()));
    }
  }

  private static double[] arrivals(Random random, double perSecond, double seconds) {
    double[] times = new double[64];
    int count = 0;
    for (double quarter = 0; quarter < seconds; quarter += QUARTER) {
      double rate = perSecond * Math.exp(random.nextGaussian() * 0.7 - 0.245);
      double end = Math.min(seconds, quarter + QUARTER);
      double time = quarter;
      while ((time -= Math.log(1 - random.nextDouble()) / rate) < end) {
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = time;
      }
    }
    return Arrays.copyOf(times, count);
  }

  int markets() {
    return cursors.length;
  }

  /** The next page of a market: each trade is handed out once, in order. */
  Reading read(int market, Instant now) {
    double[] times = trades.get(market);
    int from = cursors[market];
    int to = from;
    while (to < times.length && to - from < pageSize && !at(times[to]).isAfter(now)) {
      to++;
    }
    cursors[market] = to;
    return to == from
        ? Reading.NOTHING
        : new Reading(
            to - from,
            to - from == pageSize,
            Optional.of(at(times[from])),
            Optional.of(at(times[to - 1])));
  }

  static Instant at(double seconds) {
    return START.plusNanos((long) (seconds * 1e9));
  }

  long delivered() {
    return Arrays.stream(cursors).asLongStream().sum();
  }

  long all() {
    return trades.stream().mapToLong(times -> times.length).sum();
  }

  /**
   * The most trades that anybody could have read with so many requests who knows all trades ahead:
   * each market is read as often as the bound demands, as if all its trades were there already, and
   * what is left of the requests goes to the fullest pages. No real reader reaches it, because
   * trades of the end are not there at the beginning.
   */
  long mostWith(long requests, int readingsByBound) {
    long most = 0;
    long left = requests - (long) markets() * readingsByBound;
    List<Integer> pages = new ArrayList<>();
    for (double[] times : trades) {
      long rest = times.length - Math.min(times.length, (long) readingsByBound * pageSize);
      most += times.length - rest;
      for (; rest > 0; rest -= pageSize) {
        pages.add((int) Math.min(rest, pageSize));
      }
    }
    pages.sort((one, other) -> other - one);
    return most + pages.stream().limit(left).mapToLong(Integer::longValue).sum();
  }
}
