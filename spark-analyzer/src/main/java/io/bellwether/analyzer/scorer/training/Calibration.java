package io.bellwether.analyzer.scorer.training;

import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.linear.LinearModel;
import java.util.List;

/**
 * Fits the twelve numbers that turn sums into logits, a small multinomial logistic regression, to
 * the sums that texts got from models that had not seen them. By gradient descent (Adam) over all
 * of them, so without any chance in it.
 */
final class Calibration {
  private static final int CLASSES = LinearModel.CLASSES;
  private static final int ROW = CLASSES + 1;
  private static final int STEPS = 400;
  private static final double RATE = 0.05;

  /**
   * What people take the trouble to label has more complaint and praise in it than a channel. So
   * both are a little rarer, by factors of 0.55 and 0.82, than the labels say. Chosen so that the
   * routes of the built-in model are as precise as wanted on its development set.
   */
  private static final double NEGATIVE_IS_RARER = 0.6;

  private static final double POSITIVE_IS_RARER = 0.2;

  private Calibration() {}

  /** No change: what a model has before it is calibrated. */
  static double[] none() {
    double[] same = new double[CLASSES * ROW];
    for (int i = 0; i < CLASSES; i++) {
      same[i * ROW + i] = 1;
    }
    return same;
  }

  static double[] fit(List<double[]> sums, List<Label> labels) {
    double[] fitted = none();
    double[] mean = new double[fitted.length];
    double[] square = new double[fitted.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = gradient(fitted, sums, labels);
      double rate = RATE / Math.sqrt(1 + step / 50.0);
      for (int i = 0; i < fitted.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
        double unbiased = mean[i] / (1 - Math.pow(0.9, step));
        double scale = Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8;
        fitted[i] -= rate * unbiased / scale;
      }
    }
    return fitted;
  }

  /** The same for what is said in a channel. */
  static double[] careful(double[] fitted) {
    double[] careful = fitted.clone();
    careful[Label.NEGATIVE.index() * ROW + CLASSES] -= NEGATIVE_IS_RARER;
    careful[Label.POSITIVE.index() * ROW + CLASSES] -= POSITIVE_IS_RARER;
    return careful;
  }

  private static double[] gradient(double[] at, List<double[]> sums, List<Label> labels) {
    double[] gradient = new double[at.length];
    double[] p = new double[CLASSES];
    for (int n = 0; n < sums.size(); n++) {
      double[] sum = sums.get(n);
      softmax(at, sum, p);
      p[labels.get(n).index()] -= 1;
      for (int c = 0; c < CLASSES; c++) {
        for (int i = 0; i < CLASSES; i++) {
          gradient[c * ROW + i] += p[c] * sum[i] / sums.size();
        }
        gradient[c * ROW + CLASSES] += p[c] / sums.size();
      }
    }
    return gradient;
  }

  private static void softmax(double[] at, double[] sum, double[] p) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < CLASSES; c++) {
      p[c] = at[c * ROW + CLASSES];
      for (int i = 0; i < CLASSES; i++) {
        p[c] += at[c * ROW + i] * sum[i];
      }
      highest = Math.max(highest, p[c]);
    }
    double all = 0;
    for (int c = 0; c < CLASSES; c++) {
      p[c] = Math.exp(p[c] - highest);
      all += p[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      p[c] /= all;
    }
  }
}
