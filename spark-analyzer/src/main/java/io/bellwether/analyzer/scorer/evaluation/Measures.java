package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The usual measures of a classifier. */
final class Measures {
  private Measures() {}

  /** How many texts of a label (row) were taken for which (column). */
  static int[][] confusion(List<Judged> judged) {
    int[][] confusion = new int[Label.values().length][Label.values().length];
    for (Judged one : judged) {
      confusion[one.label().index()][one.guess().index()]++;
    }
    return confusion;
  }

  static double accuracy(int[][] confusion) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
      all += Arrays.stream(confusion[i]).sum();
    }
    return all == 0 ? 0 : (double) right / all;
  }

  /** The mean of the labels' F1; a label that neither occurs nor is guessed is left out. */
  static double macroF1(int[][] confusion) {
    double sum = 0;
    int labels = 0;
    for (int i = 0; i < confusion.length; i++) {
      int actual = Arrays.stream(confusion[i]).sum();
      int guessed = 0;
      for (int[] row : confusion) {
        guessed += row[i];
      }
      if (actual + guessed > 0) {
        sum += 2.0 * confusion[i][i] / (actual + guessed);
        labels++;
      }
    }
    return labels == 0 ? 0 : sum / labels;
  }

  /**
   * How likely a positive text scores higher than a negative one, ties counted half; neutral texts
   * are left out. NaN where there are none of a kind.
   */
  static double auc(List<Judged> judged) {
    List<Judged> polar =
        judged.stream()
            .filter(one -> one.label() != Label.NEUTRAL)
            .sorted(Comparator.comparingDouble(Judged::score))
            .toList();
    double pairsWon = 0;
    long negativesBelow = 0;
    long positives = 0;
    int from = 0;
    while (from < polar.size()) {
      int to = from;
      long tiedPositives = 0;
      while (to < polar.size() && polar.get(to).score() == polar.get(from).score()) {
        tiedPositives += polar.get(to).label() == Label.POSITIVE ? 1 : 0;
        to++;
      }
      long tiedNegatives = to - from - tiedPositives;
      pairsWon += tiedPositives * (negativesBelow + tiedNegatives / 2.0);
      negativesBelow += tiedNegatives;
      positives += tiedPositives;
      from = to;
    }
    return pairsWon / ((double) positives * negativesBelow);
  }
}
