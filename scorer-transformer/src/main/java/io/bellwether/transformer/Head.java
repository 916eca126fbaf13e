package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.Probabilities;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What was trained on labelled texts: from the numbers by which a network sums a text up to the
 * probability of each label. The same logistic regression as that of the scorer {@code linear}.
 *
 * @param weights for each label one for each number and, last, an addend
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Head(double[][] weights) {
  static final int LABELS = 3;
  private static final int MAGIC = 0x42575448;
  private static final int MOST_NUMBERS = 10_000;

  /** How many numbers it takes. */
  int size() {
    return weights[0].length - 1;
  }

  Probabilities probabilities(double[] numbers) {
    double[] shares = new double[LABELS];
    shares(numbers, shares);
    return new Probabilities(shares[0], shares[1], shares[2]);
  }

  /** The same three probabilities, into an array. */
  void shares(double[] numbers, double[] shares) {
    for (int label = 0; label < LABELS; label++) {
      double[] row = weights[label];
      double sum = row[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        sum += row[i] * numbers[i];
      }
      shares[label] = sum;
    }
    softmax(shares);
  }

  /** From logits to probabilities, in place. */
  static void softmax(double[] logits) {
    double highest = Math.max(logits[0], Math.max(logits[1], logits[2]));
    double all = 0;
    for (int label = 0; label < LABELS; label++) {
      logits[label] = Math.exp(logits[label] - highest);
      all += logits[label];
    }
    for (int label = 0; label < LABELS; label++) {
      logits[label] /= all;
    }
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(size());
    for (double[] row : weights) {
      for (double weight : row) {
        data.writeFloat((float) weight);
      }
    }
    data.flush();
  }

  /**
   * @throws IOException if it is none
   */
  static Head read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC) {
      throw new IOException("it is no head made by 'train'");
    }
    int size = data.readInt();
    if (size < 1 || size > MOST_NUMBERS) {
      throw new IOException("it is damaged");
    }
    double[][] weights = new double[LABELS][size + 1];
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = data.readFloat();
      }
    }
    return new Head(weights);
  }
}
