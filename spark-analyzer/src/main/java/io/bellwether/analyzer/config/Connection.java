package io.bellwether.analyzer.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How one side of the job reaches its brokers.
 *
 * @param side the prefix of the keys that this side has for itself
 * @param settings of Kafka's admin client; may hold secrets
 * @param given the keys that the job's file has
 */
record Connection(String side, Map<String, Object> settings, Set<String> given) {
  Connection {
    settings = Map.copyOf(settings);
    given = Set.copyOf(given);
  }

  /** That of a side, or with {@link PassThrough#BOTH} what both share. */
  static Connection of(String side, Map<String, String> config) {
    // Settings of producers and consumers alone mean nothing to an admin client; names that none
    // of them knows may belong to a login handler.
    Set<String> useless = new HashSet<>(ConsumerConfig.configNames());
    useless.addAll(ProducerConfig.configNames());
    useless.removeAll(AdminClientConfig.configNames());
    Map<String, Object> settings = new TreeMap<>();
    PassThrough.options(config, side)
        .forEach((key, value) -> settings.put(key.substring(PassThrough.BOTH.length()), value));
    settings.keySet().removeAll(useless);
    return new Connection(side, settings, config.keySet());
  }

  /** The key of the job's file under which this side has a setting of Kafka, or would have. */
  String key(String name) {
    return given.contains(side + name) ? side + name : PassThrough.BOTH + name;
  }

  boolean has(String name) {
    return settings.containsKey(name);
  }

  String text(String name, String otherwise) {
    return String.valueOf(settings.getOrDefault(name, otherwise));
  }

  String brokers() {
    return text(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
  }

  String protocol() {
    return text(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
  }

  /** Never with a value: it may be a secret. */
  @Override
  public String toString() {
    return "Connection[" + side + ", " + settings.keySet() + "]";
  }
}
