package io.bellwether.analyzer.trades.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Whether a model is better than the naive ones.
 *
 * @param model by whether it holds a move for likelier than not
 * @param naive never, always, and as the last candle went
 * @param error the model's mean squared error of the probability (Brier score)
 * @param usualError that of one who always says the usual share
 * @param leastGain how much smaller the error is, at least, in 97.5 of 100 draws from the data
 */
record Verdict(Rates model, List<Rates> naive, double error, double usualError, double leastGain) {
  private static final int DRAWS = 1_000;
  private static final double UNLIKELY = 0.025;

  /** The seed decides the draws. */
  static Verdict of(List<Judged> judged, Target target, long seed) {
    return new Verdict(
        Rates.of("model", judged, Judged::isLikely),
        List.of(
            Rates.of("never", judged, one -> false),
            Rates.of("always", judged, one -> true),
            Rates.of("as the last candle", judged, one -> one.sample().hasJustRisen())),
        judged.stream().mapToDouble(Judged::error).average().orElse(0),
        judged.stream().mapToDouble(Judged::usualError).average().orElse(0),
        leastGain(judged, target, seed));
  }

  /** Both count: its probabilities must mean something, and so must its yes and no. */
  boolean isBetter() {
    return leastGain > 0 && model.accuracy() > best().accuracy();
  }

  Rates best() {
    return naive.stream().max(Comparator.comparingDouble(Rates::accuracy)).orElseThrow();
  }

  // What lies within one horizon has outcomes in common, and is drawn together.
  private static double leastGain(List<Judged> judged, Target target, long seed) {
    List<double[]> blocks = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Judged one : judged) {
      if (one.sample().at() >= end) {
        blocks.add(new double[2]);
        end = one.sample().at() + target.nanos();
      }
      double[] block = blocks.get(blocks.size() - 1);
      block[0] += one.usualError() - one.error();
      block[1]++;
    }
    Random random = new Random(seed);
    double[] gains = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double gain = 0;
      double count = 0;
      for (int i = 0; i < blocks.size(); i++) {
        double[] block = blocks.get(random.nextInt(blocks.size()));
        gain += block[0];
        count += block[1];
      }
      gains[draw] = gain / count;
    }
    Arrays.sort(gains);
    return gains[(int) (DRAWS * UNLIKELY)];
  }
}
