package io.bellwether.analyzer.scorer.lexicon;

import io.bellwether.analyzer.scorer.Probabilities;

/**
 * From a tone to probabilities: a logistic regression on the logarithms of the two sums. Its eight
 * numbers were fitted on comments of developers (Stack Overflow, GitHub and Jira, all CC0).
 */
final class Calibration {
  private static final double[] POSITIVE = {-3.82, 3.66, -0.65, 1.57};
  private static final double[] NEGATIVE = {-2.79, -0.24, 2.57, 1.14};
  private static final int MOST_EXCLAMATIONS = 3;

  private Calibration() {}

  static Probabilities probabilities(Tone tone) {
    double positive = Math.exp(logit(POSITIVE, tone));
    double negative = Math.exp(logit(NEGATIVE, tone));
    double all = positive + negative + 1;
    return new Probabilities(negative / all, 1 / all, positive / all);
  }

  private static double logit(double[] weights, Tone tone) {
    return weights[0]
        + weights[1] * Math.log1p(tone.positive())
        + weights[2] * Math.log1p(tone.negative())
        + weights[3] * Math.min(tone.exclamations(), MOST_EXCLAMATIONS);
  }
}
