package io.bellwether.analyzer.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/**
 * A job's configuration, checked and typed, as far as all jobs share it; each job reads its own
 * keys out of it. Made by {@link ConfigCheck}.
 */
public final class AnalyzerConfig {
  private final String name;
  private final Map<String, String> given;
  private final Map<String, Object> parsed;
  private final Map<String, String> outputs;

  AnalyzerConfig(
      String name, ConfigDef definition, Map<String, String> given, Map<String, String> outputs) {
    this.name = name;
    this.given = Map.copyOf(given);
    this.parsed = definition.parse(given);
    this.outputs = Map.copyOf(outputs);
  }

  public String name() {
    return name;
  }

  /** The value of the key {@code job}. */
  public String job() {
    return text(AnalyzerKeys.JOB).toLowerCase(Locale.ROOT);
  }

  public boolean toConsole() {
    return "console".equalsIgnoreCase(text(AnalyzerKeys.OUTPUT));
  }

  public List<String> topics() {
    return list(AnalyzerKeys.TOPICS);
  }

  /** The topics that are written, by the key that names each; none with output to the console. */
  public Map<String, String> outputs() {
    return toConsole() ? Map.of() : outputs;
  }

  /** {@code earliest} or {@code latest}. */
  public String startingOffsets() {
    return text(AnalyzerKeys.STARTING_OFFSETS).toLowerCase(Locale.ROOT);
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

  /** How the job reaches the brokers that it reads from. */
  Connection source() {
    return Connection.of(PassThrough.SOURCE, given);
  }

  /** How the job reaches the brokers that it writes to. */
  Connection sink() {
    return Connection.of(PassThrough.SINK, given);
  }

  /**
   * Key, reason and remedy where a job that had started was refused by its brokers: a login that is
   * no longer good, a certificate that has expired.
   */
  public Optional<String> refusal(Throwable failure) {
    return ConnectionFaults.refusedByKafka(failure, Connection.of(PassThrough.BOTH, given));
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

  /**
   * A job's own key, of the type it is defined with; null where it is not set and has no default.
   */
  public Object value(String key) {
    return parsed.get(key);
  }

  /** A job's own key that is a text or a secret. */
  public String text(String key) {
    Object value = parsed.get(key);
    return value instanceof Password secret ? secret.value() : (String) value;
  }

  /** A job's own key that is a list. */
  public List<String> list(String key) {
    return ((List<?>) parsed.get(key)).stream().map(Object::toString).toList();
  }

  /** What is set under keys that begin so, without that beginning; may hold secrets. */
  public Map<String, String> givenBelow(String prefix) {
    Map<String, String> settings = new HashMap<>();
    given.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            settings.put(key.substring(prefix.length()), value);
          }
        });
    return settings;
  }

  @Override
  public String toString() {
    return "AnalyzerConfig[" + name + ", " + given.keySet() + "]";
  }
}
