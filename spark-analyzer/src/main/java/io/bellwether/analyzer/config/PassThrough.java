package io.bellwether.analyzer.config;

import io.bellwether.config.UnknownKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Keys that are handed on: {@code kafka.} to Kafka's clients, {@code source.kafka.} and {@code
 * sink.kafka.} to one side only, {@code spark.} to Spark.
 */
final class PassThrough {
  static final String BOTH = "kafka.";
  static final String SOURCE = "source.kafka.";
  static final String SINK = "sink.kafka.";
  static final String SPARK = "spark.";
  static final List<String> PREFIXES = List.of(BOTH, SOURCE, SINK, SPARK);

  /** Spark sets these itself and refuses others. */
  private static final Set<String> SPARKS_OWN =
      Set.of(
          "key.deserializer",
          "value.deserializer",
          "key.serializer",
          "value.serializer",
          "enable.auto.commit",
          "auto.offset.reset",
          "interceptor.classes");

  private static final String ISOLATION = ConsumerConfig.ISOLATION_LEVEL_CONFIG;

  private PassThrough() {}

  /** Faults of Kafka's keys: slips, and what the job sets itself. */
  static List<String> faults(Map<String, String> config) {
    List<String> faults = new ArrayList<>();
    config.forEach(
        (key, value) -> {
          String name = kafkaName(key);
          if (SPARKS_OWN.contains(name)) {
            faults.add(key + ": Spark sets '" + name + "' itself. Remove the key.");
          } else if (ISOLATION.equals(name) && !"read_committed".equals(value)) {
            faults.add(key + ": only committed records are read. Remove the key.");
          } else if (!name.isEmpty()) {
            slip(key, name).ifPresent(faults::add);
          }
        });
    return faults;
  }

  /**
   * Options of one side for Spark, each beginning with {@code kafka.}; they win over the shared.
   */
  static Map<String, String> options(Map<String, String> config, String side) {
    Map<String, String> options = shared(config);
    config.forEach(
        (key, value) -> {
          if (key.startsWith(side)) {
            options.put(BOTH + key.substring(side.length()), value);
          }
        });
    return options;
  }

  /** What both sides and the check at start use, each beginning with {@code kafka.}. */
  static Map<String, String> shared(Map<String, String> config) {
    Map<String, String> options = new TreeMap<>(config);
    options.keySet().removeIf(key -> !key.startsWith(BOTH));
    return options;
  }

  private static String kafkaName(String key) {
    for (String prefix : List.of(BOTH, SOURCE, SINK)) {
      if (key.startsWith(prefix)) {
        return key.substring(prefix.length());
      }
    }
    return "";
  }

  // A name that Kafka does not know may belong to a plugin, such as a login handler; a slip may
  // not.
  private static Optional<String> slip(String key, String name) {
    Set<String> known = new TreeSet<>(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    return new UnknownKeys(known, List.of())
        .among(List.of(name)).values().stream()
            .filter(message -> message.contains("Did you mean"))
            .map(message -> key + ": " + message)
            .findFirst();
  }
}
