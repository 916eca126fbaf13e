package io.bellwether.analyzer.scorer.training;

import de.bwaldvogel.liblinear.Feature;
import io.bellwether.analyzer.scorer.linear.TextFeatures;
import java.util.Arrays;
import java.util.List;

/**
 * How much a slot tells about a label: the logarithm of how much more, or less, often texts with
 * the label have it than others do (the log-count ratio of Wang and Manning, 2012). Slots count by
 * it in the training, so that a word which often stands with both sides needs much proof to become
 * important, and a rare but one-sided one little.
 */
final class Evidence {
  private static final double SMOOTHING = 1;

  private Evidence() {}

  /** A factor for each feature; 1 for the numbers of the lexicons. */
  static double[] of(List<Feature[]> texts, boolean[] labelled) {
    double[] with = new double[TextFeatures.SLOTS];
    double[] without = new double[TextFeatures.SLOTS];
    double labelledTexts = SMOOTHING;
    double otherTexts = SMOOTHING;
    for (int i = 0; i < labelled.length; i++) {
      labelledTexts += labelled[i] ? 1 : 0;
      otherTexts += labelled[i] ? 0 : 1;
      double[] counts = labelled[i] ? with : without;
      for (Feature feature : texts.get(i)) {
        if (feature.getIndex() <= TextFeatures.SLOTS) {
          counts[feature.getIndex() - 1]++;
        }
      }
    }
    double[] factors = new double[TextFeatures.SLOTS + TextFeatures.NUMBERS + 1];
    Arrays.fill(factors, 1);
    for (int slot = 0; slot < TextFeatures.SLOTS; slot++) {
      double share = (with[slot] + SMOOTHING) / labelledTexts;
      double otherShare = (without[slot] + SMOOTHING) / otherTexts;
      factors[slot] = Math.abs(Math.log(share / otherShare));
    }
    return factors;
  }
}
