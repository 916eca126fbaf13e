package io.bellwether.analyzer.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.ConfigCheck;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class TripsKeysTest {
  private static final String INTRO =
      """
      The keys of `job=trips`, beside those that [all jobs share](analyzer.md). What the job does is in
      [trips.md](../trips.md).
      """;

  @Test
  void theReferencePageIsCurrent() {
    ConfigDef definition = new ConfigDef();
    TripsKeys.define(definition);
    ConfigContract.holds(definition);
    ReferencePage.isCurrent("analyzer-trips.md", "Trips job configuration", INTRO, definition);
  }

  @Test
  void aRunOverFilesThatPrintsNeedsNeitherTopicsNorBrokersNorCheckpoint() throws Exception {
    AnalyzerConfig config = check(Map.of("input", "files", "files", "a.csv", "output", "console"));
    assertThat(config.topics()).isEmpty();
    assertThat(config.outputs()).isEmpty();
  }

  @Test
  void whatDoesNotGoTogetherIsNamedWithItsRemedy() {
    Map<String, String> stream =
        Map.of("topics", "trips", "kafka.bootstrap.servers", "b:1", "output", "console");
    assertThatThrownBy(() -> check(with(stream, "trigger", "continuous")))
        .hasMessage("trigger: continuous mode cannot count. Use micro-batch or available-now.");
    assertThatThrownBy(() -> check(with(stream, "files", "a.csv")))
        .hasMessageContaining("files: read only with input=files.");
    assertThatThrownBy(() -> check(with(stream, "report", "r.jsonl")))
        .hasMessageContaining("report: a stream has no report");
    assertThatThrownBy(() -> check(Map.of("input", "files", "output", "console")))
        .hasMessageContaining("files: missing.");
    assertThatThrownBy(() -> check(with(stream, "time.zone", "Portland")))
        .hasMessageContaining("Use a zone such as America/Los_Angeles.");
    assertThatThrownBy(() -> check(with(stream, "time.format", "M/d/yyyy")))
        .hasMessageContaining("DateTimeFormatter with date and time");
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(key, value);
    return all;
  }

  private static AnalyzerConfig check(Map<String, String> settings) throws FaultyConfigException {
    return ConfigCheck.check(
        new JobFile("t", with(settings, "job", "trips")), List.of(new TripsKeys()));
  }
}
