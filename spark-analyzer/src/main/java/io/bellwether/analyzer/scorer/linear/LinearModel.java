package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.Probabilities;

/**
 * The weights of what {@link TextFeatures} sees, for negative, neutral and positive.
 *
 * @param about what it was made of, as JSON, for people
 * @param slots a weight for each slot and class, next to each other, in units of {@code unit}
 * @param numbers a weight for each number of the lexicon and class
 * @param biases one for each class
 * @param calibration three rows of three factors and an addend: from sums to logits
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copies would double its memory.
public record LinearModel(
    String about,
    double unit,
    short[] slots,
    double[] numbers,
    double[] biases,
    double[] calibration) {
  /** Negative, neutral, positive. */
  public static final int CLASSES = 3;

  private static final int CALIBRATION_ROW = CLASSES + 1;

  /** The sums of the weights for what was read, before calibration. */
  public void sums(TextFeatures features, double[] sums) {
    int from = 0;
    System.arraycopy(biases, 0, sums, 0, CLASSES);
    for (int group = 0; group < TextFeatures.GROUPS; group++) {
      int end = features.end(group);
      // Whole numbers: their sum does not depend on the order.
      long negative = 0;
      long neutral = 0;
      long positive = 0;
      for (int i = from; i < end; i++) {
        int slot = features.slot(i) * CLASSES;
        negative += slots[slot];
        neutral += slots[slot + 1];
        positive += slots[slot + 2];
      }
      double factor = features.weight(group) * unit;
      sums[0] += negative * factor;
      sums[1] += neutral * factor;
      sums[2] += positive * factor;
      from = end;
    }
    for (int i = 0; i < TextFeatures.NUMBERS; i++) {
      for (int c = 0; c < CLASSES; c++) {
        sums[c] += numbers[i * CLASSES + c] * features.number(i);
      }
    }
  }

  /** What the sums mean. */
  public Probabilities probabilities(double[] sums) {
    double negative = logit(0, sums);
    double neutral = logit(1, sums);
    double positive = logit(2, sums);
    double highest = Math.max(negative, Math.max(neutral, positive));
    negative = Math.exp(negative - highest);
    neutral = Math.exp(neutral - highest);
    positive = Math.exp(positive - highest);
    double all = negative + neutral + positive;
    return new Probabilities(negative / all, neutral / all, positive / all);
  }

  private double logit(int row, double[] sums) {
    int at = row * CALIBRATION_ROW;
    return calibration[at] * sums[0]
        + calibration[at + 1] * sums[1]
        + calibration[at + 2] * sums[2]
        + calibration[at + CLASSES];
  }
}
