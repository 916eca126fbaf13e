package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.Trigger;
import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.analyzer.scorer.ScorerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The feedback job's part of a configuration.
 *
 * @param shared what all jobs have
 */
record FeedbackConfig(AnalyzerConfig shared) {
  ScorerSpec scorer() {
    String name = shared.text(FeedbackKeys.SCORER);
    return ScorerSpec.of(name, shared.givenBelow(FeedbackKeys.scorerPrefix(name)));
  }

  Preselection preselection() {
    return new Preselection(
        Optional.ofNullable(shared.text(FeedbackKeys.FILTER_WHEN)),
        Optional.ofNullable(shared.text(FeedbackKeys.DEDUPE_KEY)),
        Duration.ofMillis((long) shared.value(FeedbackKeys.DEDUPE_WINDOW)));
  }

  ScoringPlan scoring() {
    return new ScoringPlan(
        scorer(),
        batchSize(),
        (int) shared.value(FeedbackKeys.MAX_RECORD_BYTES),
        LanguageStep.When.of(shared.text(FeedbackKeys.LANGUAGE_DETECT)),
        "auto".equalsIgnoreCase(shared.text(FeedbackKeys.LANGUAGE_DETECTOR)),
        (boolean) shared.value(FeedbackKeys.EXPLAIN));
  }

  /** Texts that the scorer gets at a time. */
  int batchSize() {
    return shared.trigger() == Trigger.CONTINUOUS ? 1 : (int) shared.value(FeedbackKeys.BATCH_SIZE);
  }

  /**
   * Whether one task scores a whole micro-batch. In continuous mode texts come one at a time
   * anyway, and each partition must have a task of its own.
   */
  boolean isScoredByOneTask() {
    return shared.trigger() != Trigger.CONTINUOUS
        && ScorerProviders.named(scorer().name()).map(ScorerProvider::isRemote).orElse(false);
  }

  /** In the order in which they are tried; the last has no predicate. */
  List<Route> routes() {
    return shared.list(FeedbackKeys.ROUTES).stream()
        .map(
            name ->
                new Route(
                    name,
                    Optional.ofNullable(shared.text(FeedbackKeys.when(name))),
                    Optional.ofNullable(shared.text(FeedbackKeys.topic(name))).orElse("")))
        .toList();
  }

  String unscoredTopic() {
    return shared.text(FeedbackKeys.UNSCORED_TOPIC);
  }
}
