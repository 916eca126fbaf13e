package io.bellwether.analyzer.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.ConfigCheck;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackConfigTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "kafka.bootstrap.servers", "localhost:9092",
          "topics", "feedback",
          "checkpoint.location", "/tmp/c");

  @Test
  void theLeastConfigurationRoutesByTheTalksThresholds() throws FaultyConfigException {
    AnalyzerConfig config = check(LEAST);

    assertThat(new FeedbackConfig(config).routes())
        .extracting(Route::name, route -> route.when().orElse("always"), Route::topic)
        .containsExactly(
            tuple("negative", "score <= 0.3", "negative-feedback"),
            tuple("positive", "score >= 0.9", "positive-feedback"),
            tuple("neutral", "always", "neutral-feedback"));
    assertThat(config.sourceOptions())
        .containsEntry("kafka.isolation.level", "read_committed")
        .containsEntry("kafka.fetch.max.wait.ms", "5");
  }

  @Test
  void theShippedConfigurationForAzureLacksOnlyTheKey() throws FaultyConfigException {
    JobFile shipped =
        JobFile.read(
            Path.of("..", "config", "feedback-analyzer-azure.json"),
            List.of("scorer.azure.key=hunter2"));
    AnalyzerConfig config = check(shipped.config());
    assertThat(new FeedbackConfig(config).scorer().name()).isEqualTo("azure");
    assertThat(new FeedbackConfig(config).scorer().toString()).doesNotContain("hunter2");
  }

  @Test
  void duplicatesCannotBeKnownInContinuousMode() {
    Map<String, String> given = Map.of("trigger", "continuous", "dedupe.key", "text");
    assertThat(faults(given, LEAST))
        .singleElement()
        .asString()
        .startsWith("dedupe.key: Spark keeps no state in continuous mode");
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertThat(
            faults(
                Map.of(
                    "trigger", "sometimes",
                    "topcs", "feedback",
                    "scorer", "oracle",
                    "kafka.bootstrap.server", "x",
                    "routes", "good,rest",
                    "routes.good.when", "score > 0.5")))
        .anySatisfy(fault -> assertThat(fault).contains("trigger", "continuous"))
        .anySatisfy(fault -> assertThat(fault).contains("'topcs'", "Did you mean 'topics'?"))
        .anySatisfy(fault -> assertThat(fault).contains("scorer", "oracle", "lexicon"))
        .anySatisfy(fault -> assertThat(fault).contains("Did you mean 'bootstrap.servers'?"))
        .anySatisfy(fault -> assertThat(fault).startsWith("routes.good.topic: missing"))
        .anySatisfy(fault -> assertThat(fault).startsWith("routes.rest.topic: missing"))
        .anySatisfy(fault -> assertThat(fault).startsWith("topics: missing"))
        .anySatisfy(fault -> assertThat(fault).startsWith("kafka.bootstrap.servers: missing"))
        .anySatisfy(fault -> assertThat(fault).startsWith("checkpoint.location: missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trigger.interval | 5 | Did you mean 'trigger.interval.ms'?
          routes.negatve.when | x | Did you mean 'routes.negative.when'?
          scorer.lexicon.wrods | x:1 | Did you mean 'scorer.lexicon.words'?
          scorer.lexicon.words | x:9 | -4 to 4
          kafka.isolation.level | read_uncommitted | only committed records
          source.kafka.auto.offset.reset | none | Spark sets
          unscored.topic | feedback | also read
          routes.neutral.topic | feedback | also read
          routes.neutral.when | score > 2 | the last route has a predicate
          routes | negative,Negative! | lower case letters
          max.record.bytes | 10 | bytes from 200000
          max.record.bytes | 1048576 | Lower it to 1047576
          topics | a b | topic name
          """)
  void aFaultNamesKeyAndRemedy(String key, String value, String remedy) {
    assertThat(faults(Map.of(key, value), LEAST))
        .anySatisfy(fault -> assertThat(fault).contains(remedy).contains(key.split("\\.")[0]));
  }

  @Test
  void anUnknownJobIsAnsweredWithThoseThereAre() {
    assertThat(faults(Map.of("job", "feedbak")))
        .containsExactly("job: there is no job 'feedbak'. Use one of feedback.");
  }

  @Test
  void aRouteThatHidesTheOthersIsAFault() {
    Map<String, String> routes =
        Map.of("routes", "a,b", "routes.a.topic", "a", "routes.b.topic", "b");
    assertThat(faults(routes, LEAST)).singleElement().asString().contains("never taken");
  }

  @Test
  void theConsoleNeedsNeitherTopicsNorCheckpoint() throws FaultyConfigException {
    Map<String, String> console = new HashMap<>(LEAST);
    console.remove("checkpoint.location");
    console.put("output", "console");
    console.put("routes", "all");
    assertThat(check(console).toConsole()).isTrue();
  }

  @Test
  void oneSideOfKafkaCanBeSetApart() throws FaultyConfigException {
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("kafka.security.protocol", "SSL");
    given.put("source.kafka.max.poll.records", "7");
    given.put("sink.kafka.linger.ms", "20");
    AnalyzerConfig config = check(given);

    assertThat(config.sourceOptions())
        .containsEntry("kafka.security.protocol", "SSL")
        .containsEntry("kafka.max.poll.records", "7")
        .doesNotContainKey("kafka.linger.ms");
    assertThat(config.sinkOptions())
        .containsEntry("kafka.security.protocol", "SSL")
        .containsEntry("kafka.linger.ms", "20")
        .doesNotContainKey("kafka.max.poll.records");
  }

  @Test
  void whatAPluginOfKafkaReadsIsLetThrough() throws FaultyConfigException {
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("kafka.company.vault.address", "x");
    assertThat(check(given).sinkOptions()).containsKey("kafka.company.vault.address");
  }

  @Test
  void continuousModeScoresOneByOne() throws FaultyConfigException {
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("trigger", "continuous");
    assertThat(new FeedbackConfig(check(given)).batchSize()).isEqualTo(1);
  }

  @Test
  void secretsAreNeverPrinted() throws FaultyConfigException {
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("kafka.sasl.jaas.config", "hunter2");
    given.put("scorer", "moody");
    given.put("scorer.moody.api.key", "hunter3");
    assertThat(check(given)).asString().doesNotContain("hunter");

    given.put("trigger", "sometimes");
    given.put("scorer.moody.api.kex", "hunter4");
    given.put("kafka.sasl.jaas.confg", "hunter5");
    assertThat(faults(given)).hasSize(3).noneMatch(fault -> fault.contains("hunter"));
  }

  private static AnalyzerConfig check(Map<String, String> config) throws FaultyConfigException {
    return ConfigCheck.check(new JobFile("test", config), List.of(new Feedback().keys()));
  }

  private static List<String> faults(Map<String, String> config) {
    return catchThrowableOfType(FaultyConfigException.class, () -> check(config)).faults();
  }

  private static List<String> faults(Map<String, String> config, Map<String, String> rest) {
    Map<String, String> all = new HashMap<>(rest);
    all.putAll(config);
    return faults(all);
  }
}
