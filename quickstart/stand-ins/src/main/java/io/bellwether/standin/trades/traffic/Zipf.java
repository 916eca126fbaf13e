package io.bellwether.standin.trades.traffic;

import java.util.Arrays;
import java.util.Random;

/** Picks among ranks: the second is picked about half as often as the first, and so on. */
final class Zipf {
  private final double[] upTo;

  /** With exponent 0 all ranks are alike; with 1 it is Zipf's own law. */
  Zipf(int ranks, double exponent) {
    upTo = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += Math.pow(rank + 1.0, -exponent);
      upTo[rank] = sum;
    }
  }

  /** A rank from 0 on. */
  int pick(Random random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
