package io.bellwether.analyzer.trades.training;

/**
 * A sample that a model judged which had not seen it.
 *
 * @param probability by the model
 * @param usual the share of moves in what the model had seen
 */
record Judged(Sample sample, double probability, double usual) {
  private static final double LIKELY = 0.5;

  boolean isLikely() {
    return probability >= LIKELY;
  }

  double error() {
    return square(probability);
  }

  double usualError() {
    return square(usual);
  }

  private double square(double chance) {
    double off = chance - (sample.moved() ? 1 : 0);
    return off * off;
  }
}
