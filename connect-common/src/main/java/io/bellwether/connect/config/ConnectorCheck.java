package io.bellwether.connect.config;

import io.bellwether.config.UnknownKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/**
 * What {@code Connector.validate} answers, for all connectors alike: the ConfigDef's own errors,
 * then unknown keys, then whatever the connector adds by {@link #error}. UIs show the answer as it
 * is, so each message names the key, the reason and the remedy.
 */
public final class ConnectorCheck {
  /** Keys that Connect itself reads, for sources and sinks, up to Kafka 4.3. */
  private static final Set<String> CONNECT_KEYS =
      Set.of(
          "name",
          "connector.class",
          "connector.plugin.version",
          "tasks.max",
          "tasks.max.enforce",
          "key.converter",
          "value.converter",
          "header.converter",
          "transforms",
          "predicates",
          "config.action.reload",
          "topics",
          "topics.regex",
          "exactly.once.support",
          "transaction.boundary",
          "transaction.boundary.interval.ms",
          "offsets.storage.topic",
          "topic.creation.groups");

  private static final List<String> CONNECT_PREFIXES =
      List.of(
          "key.converter.",
          "value.converter.",
          "header.converter.",
          "transforms.",
          "predicates.",
          "errors.",
          "topic.creation.",
          "producer.override.",
          "consumer.override.",
          "admin.override.");

  private final List<ConfigValue> values;

  /** Runs the definition's own checks and looks for keys that nobody reads. */
  public ConnectorCheck(ConfigDef definition, Map<String, String> given) {
    values = new ArrayList<>(definition.validate(given));
    values.forEach(value -> addRemedy(value, definition.configKeys().get(value.name())));
    Set<String> known = new HashSet<>(definition.names());
    known.addAll(CONNECT_KEYS);
    new UnknownKeys(known, CONNECT_PREFIXES).among(given.keySet()).forEach(this::error);
  }

  /** Adds an error to a key, which need not be one of the definition. */
  public void error(String key, String message) {
    values.stream()
        .filter(value -> value.name().equals(key))
        .findFirst()
        .ifPresentOrElse(
            value -> value.addErrorMessage(message),
            () ->
                values.add(
                    new ConfigValue(key, null, List.of(), new ArrayList<>(List.of(message)))));
  }

  /** Kafka says that a required key is missing, but not what to set it to. */
  private static void addRemedy(ConfigValue value, ConfigDef.ConfigKey key) {
    if (key != null && key.validator != null) {
      value
          .errorMessages()
          .replaceAll(
              message ->
                  message.startsWith("Missing required")
                      ? "Missing required configuration '%s'. Set it to %s."
                          .formatted(key.name, key.validator)
                      : message);
    }
  }

  /** Whether nothing is wrong so far, so that questions to the service make sense. */
  public boolean isClean() {
    return values.stream().allMatch(value -> value.errorMessages().isEmpty());
  }

  /** The answer. */
  public Config config() {
    return new Config(values);
  }
}
