package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;

/** A labelled text and what a scorer says about it. */
public record Judged(Labelled labelled, Probabilities probabilities) {
  Label label() {
    return labelled.label();
  }

  double score() {
    return probabilities.score();
  }

  /** The likeliest label; of equal ones the one that is less of an alarm. */
  Label guess() {
    double highest = Math.max(probabilities.negative(), probabilities.positive());
    if (probabilities.neutral() >= highest) {
      return Label.NEUTRAL;
    }
    return probabilities.positive() == highest ? Label.POSITIVE : Label.NEGATIVE;
  }

  double probability(Label label) {
    return switch (label) {
      case NEGATIVE -> probabilities.negative();
      case NEUTRAL -> probabilities.neutral();
      case POSITIVE -> probabilities.positive();
    };
  }
}
