package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.linear.TextFeatures;

/**
 * Sums a text up as numbers: the mean of what the network says about each piece, with the length 1,
 * and the numbers of the two lexicons. A {@link Head} says what they mean.
 */
final class SummedUp implements Reading {
  private final Head head;

  // Not static: each scorer has its own, and there are few.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<TextFeatures> lexicons = ThreadLocal.withInitial(TextFeatures::new);

  SummedUp(Head head) {
    this.head = head;
  }

  @Override
  public Probabilities probabilities(String text, float[] answer, int pieces) {
    return head.probabilities(numbers(lexicons.get(), text, answer, pieces));
  }

  static double[] numbers(TextFeatures lexicons, String text, float[] answer, int pieces) {
    int size = answer.length / pieces;
    double[] numbers = new double[size + TextFeatures.NUMBERS];
    for (int i = 0; i < answer.length; i++) {
      numbers[i % size] += answer[i];
    }
    double square = 0;
    for (int i = 0; i < size; i++) {
      square += numbers[i] * numbers[i];
    }
    double length = Math.max(Math.sqrt(square), 1e-12);
    for (int i = 0; i < size; i++) {
      numbers[i] /= length;
    }
    lexicons.read(text);
    for (int i = 0; i < TextFeatures.NUMBERS; i++) {
      numbers[size + i] = lexicons.number(i);
    }
    return numbers;
  }
}
