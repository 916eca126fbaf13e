package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.List;

/**
 * Fits a {@link Head}: multinomial logistic regression with L2 regularisation, by gradient descent
 * (Adam) over all texts at once, so without any chance in it.
 */
final class HeadTrainer {
  private static final int STEPS = 600;
  private static final double RATE = 0.1;
  private static final double DECAY_MEAN = 0.9;
  private static final double DECAY_SQUARE = 0.999;
  private static final double REGULARISATION = 1e-5;

  /** As with the scorer linear: what people label has more praise and complaint in it. */
  private static final double NEUTRAL_IS_LIKELIER = 0.3;

  private HeadTrainer() {}

  static Head fit(List<double[]> texts, List<Label> labels) {
    int size = texts.get(0).length;
    double[][] weights = new double[Head.LABELS][size + 1];
    double[][] mean = new double[Head.LABELS][size + 1];
    double[][] square = new double[Head.LABELS][size + 1];
    for (int step = 1; step <= STEPS; step++) {
      double[][] gradient = gradient(new Head(weights), texts, labels);
      double rate = RATE / Math.sqrt(1 + step / 50.0);
      for (int label = 0; label < Head.LABELS; label++) {
        for (int i = 0; i <= size; i++) {
          double slope = gradient[label][i];
          mean[label][i] = DECAY_MEAN * mean[label][i] + (1 - DECAY_MEAN) * slope;
          square[label][i] = DECAY_SQUARE * square[label][i] + (1 - DECAY_SQUARE) * slope * slope;
          double unbiased = mean[label][i] / (1 - Math.pow(DECAY_MEAN, step));
          double scale = Math.sqrt(square[label][i] / (1 - Math.pow(DECAY_SQUARE, step)));
          weights[label][i] -= rate * unbiased / (scale + 1e-8);
        }
      }
    }
    weights[Label.NEUTRAL.index()][size] += NEUTRAL_IS_LIKELIER;
    return new Head(weights);
  }

  private static double[][] gradient(Head at, List<double[]> texts, List<Label> labels) {
    int size = at.size();
    double[][] gradient = new double[Head.LABELS][size + 1];
    double[] off = new double[Head.LABELS];
    for (int n = 0; n < texts.size(); n++) {
      double[] text = texts.get(n);
      at.shares(text, off);
      off[labels.get(n).index()] -= 1;
      for (int label = 0; label < Head.LABELS; label++) {
        double[] row = gradient[label];
        double share = off[label] / texts.size();
        for (int i = 0; i < size; i++) {
          row[i] += share * text[i];
        }
        row[size] += share;
      }
    }
    for (int label = 0; label < Head.LABELS; label++) {
      for (int i = 0; i < size; i++) {
        gradient[label][i] += REGULARISATION * at.weights()[label][i];
      }
    }
    return gradient;
  }
}
