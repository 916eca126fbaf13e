package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.language.EmbeddedDetector;
import io.bellwether.analyzer.scorer.LanguageDetector;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerSpec;
import java.io.Serializable;
import java.util.Optional;

/**
 * How records are scored: what travels to the JVMs that do it.
 *
 * @param batchSize texts that the scorer gets at a time
 * @param detect whose language is found out
 * @param scorersDetector whether the scorer finds it out, if it can
 * @param explain whether a record says why it has its score
 */
record ScoringPlan(
    ScorerSpec scorer,
    int batchSize,
    int maxRecordBytes,
    LanguageStep.When detect,
    boolean scorersDetector,
    boolean explain)
    implements Serializable {

  RecordLimit limit() {
    return new RecordLimit(maxRecordBytes);
  }

  LanguageStep languages(Scorer opened) {
    return new LanguageStep(detect, detect == LanguageStep.When.OFF ? null : detector(opened));
  }

  private LanguageDetector detector(Scorer opened) {
    Optional<LanguageDetector> own = scorersDetector ? opened.detector() : Optional.empty();
    return own.orElseGet(EmbeddedDetector::new);
  }
}
