package io.bellwether.benchmarks.plain;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.OpenScorers;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerSpec;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.List;
import java.util.Map;

/** The analyzer's own scorer with the routes of {@code config/feedback-analyzer.json}. */
public final class Judge {
  /** The scorer's name. */
  public static final String SCORER = "linear";

  private static final double NEGATIVE_UP_TO = 0.3;
  private static final double POSITIVE_FROM = 0.9;

  private final Scorer scorer = OpenScorers.get(ScorerSpec.of(SCORER, Map.of()));

  /** What the scorer says of a text. */
  public Scoring score(String text) {
    return scorer.score(List.of(Utterance.of(text))).get(0);
  }

  /** The topic that the routes lead to. */
  public static String topic(Scoring scoring) {
    if (scoring instanceof NotScored) {
      return "unscored-feedback";
    }
    double score = ((Probabilities) scoring).score();
    if (score <= NEGATIVE_UP_TO) {
      return "negative-feedback";
    }
    return score >= POSITIVE_FROM ? "positive-feedback" : "neutral-feedback";
  }
}
