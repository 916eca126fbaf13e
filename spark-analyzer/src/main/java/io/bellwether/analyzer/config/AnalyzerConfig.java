package io.bellwether.analyzer.config;

import io.bellwether.analyzer.scorer.ScorerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** A job's configuration, checked and typed. Made by {@link ConfigCheck}. */
public final class AnalyzerConfig {
  private final String name;
  private final Map<String, String> given;
  private final Map<String, Object> parsed;
  private final List<Route> routes;

  AnalyzerConfig(String name, ConfigDef definition, Map<String, String> given, List<Route> routes) {
    this.name = name;
    this.given = Map.copyOf(given);
    this.parsed = definition.parse(given);
    this.routes = List.copyOf(routes);
  }

  public String name() {
    return name;
  }

  public boolean toConsole() {
    return "console".equalsIgnoreCase(text(AnalyzerKeys.OUTPUT));
  }

  public List<String> topics() {
    return ((List<?>) parsed.get(AnalyzerKeys.TOPICS)).stream().map(Object::toString).toList();
  }

  /** {@code earliest} or {@code latest}. */
  public String startingOffsets() {
    return text(AnalyzerKeys.STARTING_OFFSETS).toLowerCase(Locale.ROOT);
  }

  public ScorerSpec scorer() {
    return ScorerSpec.of(text(AnalyzerKeys.SCORER), ConfigCheck.scorerSettings(given, parsed));
  }

  /** Texts that the scorer gets at a time. */
  public int batchSize() {
    return trigger() == Trigger.CONTINUOUS ? 1 : (int) parsed.get(AnalyzerKeys.BATCH_SIZE);
  }

  /** In the order in which they are tried; the last has no predicate. */
  public List<Route> routes() {
    return routes;
  }

  public String unscoredTopic() {
    return text(AnalyzerKeys.UNSCORED_TOPIC);
  }

  /** Key and value of a record, at most. */
  public int maxRecordBytes() {
    return (int) parsed.get(AnalyzerKeys.MAX_RECORD_BYTES);
  }

  public Trigger trigger() {
    return Trigger.of(text(AnalyzerKeys.TRIGGER));
  }

  public Duration triggerInterval() {
    return Duration.ofMillis((long) parsed.get(AnalyzerKeys.TRIGGER_INTERVAL));
  }

  public Optional<String> checkpoint() {
    return Optional.ofNullable((String) parsed.get(AnalyzerKeys.CHECKPOINT));
  }

  public long maxOffsetsPerTrigger() {
    return (long) parsed.get(AnalyzerKeys.MAX_OFFSETS);
  }

  public boolean failOnDataLoss() {
    return "fail".equalsIgnoreCase(text(AnalyzerKeys.DATA_LOSS));
  }

  public Duration checkTimeout() {
    return Duration.ofMillis((int) parsed.get(AnalyzerKeys.CHECK_TIMEOUT));
  }

  /** Settings of Kafka's clients for both sides, without prefix; may hold secrets. */
  public Map<String, Object> clientSettings() {
    Map<String, Object> settings = new TreeMap<>();
    PassThrough.shared(given)
        .forEach((key, value) -> settings.put(key.substring(PassThrough.BOTH.length()), value));
    return settings;
  }

  /** Options of Spark's Kafka source that begin with {@code kafka.}; may hold secrets. */
  public Map<String, String> sourceOptions() {
    Map<String, String> options = PassThrough.options(given, PassThrough.SOURCE);
    options.putIfAbsent("kafka.fetch.max.wait.ms", parsed.get(AnalyzerKeys.FETCH_WAIT).toString());
    options.put("kafka.isolation.level", "read_committed");
    return options;
  }

  /** Options of Spark's Kafka sink that begin with {@code kafka.}; may hold secrets. */
  public Map<String, String> sinkOptions() {
    return PassThrough.options(given, PassThrough.SINK);
  }

  /** Settings of Spark itself. */
  public Map<String, String> sparkSettings() {
    Map<String, String> settings = new TreeMap<>(given);
    settings.keySet().removeIf(key -> !key.startsWith(PassThrough.SPARK));
    return settings;
  }

  @Override
  public String toString() {
    return "AnalyzerConfig[" + name + ", " + given.keySet() + "]";
  }

  private String text(String key) {
    Object value = parsed.get(key);
    return value instanceof Password secret ? secret.value() : (String) value;
  }
}
