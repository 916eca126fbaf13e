package io.bellwether.analyzer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class AnalyzerKeysTest {
  private static final String INTRO =
      """
      A job is a JSON file of the same look as a connector's: `{"name": "...", "config": {...}}`. How to submit it is
      in [analyzer.md](../analyzer.md). Any key can also be given on the command line, as `key=value`.

      Values may refer to what is kept elsewhere: `${env:NAME}`, `${file:/path/file.properties:key}`,
      `${dir:/path:file}`.

      Keys that begin with `kafka.` are handed on to Kafka's clients, `kafka.security.protocol` for one; with
      `source.kafka.` to the consumer only, with `sink.kafka.` to the producer only. Keys that begin with `spark.` set
      up Spark, unless the command line of spark-submit does.
      """;

  private final ConfigDef definition =
      AnalyzerKeys.definition(
          List.of("<name>"),
          Stream.of("lexicon", "linear")
              .flatMap(name -> ScorerProviders.named(name).stream())
              .toList());

  @Test
  void everyKeyIsFullyDescribed() {
    ConfigContract.holds(definition);
  }

  @Test
  void theReferencePageIsCurrent() {
    ReferencePage.isCurrent("analyzer.md", "Analyzer configuration", INTRO, definition);
  }

  @Test
  void theShippedConfigurationIsGood() throws FaultyConfigException {
    Path shipped = Path.of("..", "config", "feedback-analyzer.json");
    AnalyzerConfig config = ConfigCheck.check(JobFile.read(shipped, List.of()));
    assertThat(config.name()).isEqualTo("feedback-analyzer");
    assertThat(config.topics()).containsExactly("feedback");
  }
}
