package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.AnalyzerKeys;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobsTest {
  private static final String INTRO =
      """
      A job is a JSON file of the same look as a connector's: `{"name": "...", "config": {...}}`. How to submit it is
      in [analyzer.md](../analyzer.md). Any key can also be given on the command line, as `key=value`.

      These are the keys of every job. The key `job` chooses one, and each has keys of its own beside these:
      [analyzer-feedback.md](analyzer-feedback.md), [analyzer-trades.md](analyzer-trades.md),
      [analyzer-trips.md](analyzer-trips.md).

      Values may refer to what is kept elsewhere: `${env:NAME}`, `${file:/path/file.properties:key}`,
      `${dir:/path:file}`.

      Keys that begin with `kafka.` are handed on to Kafka's clients, `kafka.security.protocol` for one; with
      `source.kafka.` to the consumer only, with `sink.kafka.` to the producer only. Keys that begin with `spark.` set
      up Spark, unless the command line of spark-submit does.
      """;

  static Stream<JobKeys> kinds() {
    return Jobs.keys().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKeyOfAJobIsFullyDescribed(JobKeys job) {
    ConfigDef definition = AnalyzerKeys.shared(Jobs.keys());
    job.define(definition, job.complete(Map.of()));
    ConfigContract.holds(definition);
  }

  @Test
  void theReferencePageOfWhatJobsShareIsCurrent() {
    ConfigDef shared = AnalyzerKeys.shared(Jobs.keys());
    ReferencePage.isCurrent("analyzer.md", "Analyzer configuration", INTRO, shared);
  }

  @ParameterizedTest
  @CsvSource({
    "feedback-analyzer, feedback, feedback",
    "trades-analyzer, trades, trades",
    "trips-analyzer, trips, trips"
  })
  void theShippedConfigurationsAreGood(String name, String job, String topic)
      throws FaultyConfigException {
    Path shipped = Path.of("..", "config", name + ".json");
    AnalyzerConfig config = Jobs.check(JobFile.read(shipped, List.of()));
    assertThat(config.name()).isEqualTo(name);
    assertThat(config.job()).isEqualTo(job);
    assertThat(config.topics()).containsExactly(topic);
  }
}
