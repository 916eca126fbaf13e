package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Whether probabilities are what they say: in bins of equal width, the mean of what was said and
 * the share of what came true.
 */
record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /** Texts whose probability is in the same tenth. */
  record Bin(int count, double said, double cameTrue) {}

  /** Of the probability of one label. */
  static Reliability of(Label label, List<Judged> judged) {
    return of(judged, one -> one.probability(label), one -> one.label() == label);
  }

  /** Of the probability of what was guessed. */
  static Reliability ofGuesses(List<Judged> judged) {
    return of(judged, one -> one.probability(one.guess()), one -> one.label() == one.guess());
  }

  private static Reliability of(
      List<Judged> judged, ToDoubleFunction<Judged> probability, Predicate<Judged> isTrue) {
    int[] counts = new int[BINS];
    double[] said = new double[BINS];
    double[] hits = new double[BINS];
    for (Judged one : judged) {
      double p = probability.applyAsDouble(one);
      int bin = Math.min(BINS - 1, (int) (p * BINS));
      counts[bin]++;
      said[bin] += p;
      hits[bin] += isTrue.test(one) ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        bins.add(new Bin(counts[i], said[i] / counts[i], hits[i] / counts[i]));
      }
    }
    return new Reliability(List.copyOf(bins));
  }

  /** The expected calibration error: by how much the bins are off, weighted by their counts. */
  double error() {
    double off = 0;
    int all = 0;
    for (Bin bin : bins) {
      off += bin.count() * Math.abs(bin.said() - bin.cameTrue());
      all += bin.count();
    }
    return all == 0 ? 0 : off / all;
  }
}
