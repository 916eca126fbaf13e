package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.config.ReferencePage;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class FeedbackKeysTest {
  private static final String INTRO =
      """
      The keys of `job=feedback`, beside those that [all jobs share](analyzer.md). What the job does is in
      [analyzer.md](../analyzer.md).
      """;

  @Test
  void theReferencePageIsCurrent() {
    ConfigDef definition = new ConfigDef();
    FeedbackKeys.define(
        definition,
        List.of("<name>"),
        Stream.of("lexicon", "linear", "azure")
            .flatMap(name -> ScorerProviders.named(name).stream())
            .toList());
    ReferencePage.isCurrent(
        "analyzer-feedback.md", "Feedback job configuration", INTRO, definition);
  }
}
