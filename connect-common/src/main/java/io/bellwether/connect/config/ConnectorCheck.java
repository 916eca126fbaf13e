package io.bellwether.connect.config;

import io.bellwether.config.UnknownKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/**
 * What {@code Connector.validate} answers, for all connectors alike: the ConfigDef's own errors,
 * then unknown keys, then whatever the connector adds by {@link #error}. UIs show the answer as it
 * is, so each message names the key, the reason and the remedy.
 */
public final class ConnectorCheck {
  /** Keys that Connect itself reads of every connector, up to Kafka 4.3. */
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
          "config.action.reload");

  private static final Set<String> SOURCE_KEYS =
      Set.of(
          "exactly.once.support",
          "transaction.boundary",
          "transaction.boundary.interval.ms",
          "offsets.storage.topic");

  private static final Set<String> SINK_KEYS = Set.of("topics", "topics.regex");

  private static final List<String> CONNECT_PREFIXES =
      List.of(
          "key.converter.",
          "value.converter.",
          "header.converter.",
          "transforms.",
          "predicates.",
          "errors.",
          "admin.override.");

  private static final List<String> SOURCE_PREFIXES =
      List.of("topic.creation.", "producer.override.", "consumer.override.");

  private static final List<String> SINK_PREFIXES =
      List.of("consumer.override.", "producer.override.");

  /** What is left of a secret that no config provider has replaced. */
  private static final Pattern LOOKUP = Pattern.compile("\\s*\\$\\{(\\w+):[^}]*}\\s*");

  private final List<ConfigValue> values;

  private ConnectorCheck(
      ConfigDef definition, Map<String, String> given, Set<String> keys, List<String> prefixes) {
    values = new ArrayList<>(definition.validate(given));
    for (ConfigValue value : values) {
      ConfigDef.ConfigKey key = definition.configKeys().get(value.name());
      addRemedy(value, key);
      checkLookup(value, key, given);
    }
    Set<String> known = new HashSet<>(definition.names());
    known.addAll(CONNECT_KEYS);
    known.addAll(keys);
    List<String> allowed = new ArrayList<>(CONNECT_PREFIXES);
    allowed.addAll(prefixes);
    new UnknownKeys(known, allowed).among(given.keySet()).forEach(this::error);
  }

  /** Runs the definition's own checks and looks for keys that nobody reads. */
  public static ConnectorCheck ofSource(ConfigDef definition, Map<String, String> given) {
    return ofSource(definition, given, List.of());
  }

  /**
   * The same for a source with keys that the user names.
   *
   * @param families beginnings of such keys, for example {@code query.}
   */
  public static ConnectorCheck ofSource(
      ConfigDef definition, Map<String, String> given, List<String> families) {
    List<String> prefixes = new ArrayList<>(SOURCE_PREFIXES);
    prefixes.addAll(families);
    return new ConnectorCheck(definition, given, SOURCE_KEYS, prefixes);
  }

  /** The same for a sink. */
  public static ConnectorCheck ofSink(ConfigDef definition, Map<String, String> given) {
    return new ConnectorCheck(definition, given, SINK_KEYS, SINK_PREFIXES);
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

  /** Kafka says what is wrong with a key that is missing or of another type, but not the remedy. */
  private static void addRemedy(ConfigValue value, ConfigDef.ConfigKey key) {
    if (key != null && key.validator != null) {
      value.errorMessages().replaceAll(message -> withRemedy(message, key));
    }
  }

  private static String withRemedy(String message, ConfigDef.ConfigKey key) {
    if (message.startsWith("Missing required")) {
      return "Missing required configuration '%s'. Set it to %s."
          .formatted(key.name, key.validator);
    }
    return message.endsWith(".") ? message : message + ". Use " + key.validator + ".";
  }

  /**
   * A worker hands on what it cannot look up as it stands, and the service would be blamed for
   * refusing it. The name of a variable or a file is no secret, but what follows a slip might be.
   */
  private static void checkLookup(
      ConfigValue value, ConfigDef.ConfigKey key, Map<String, String> given) {
    if (key != null && key.type == ConfigDef.Type.PASSWORD) {
      Matcher lookup = LOOKUP.matcher(given.getOrDefault(key.name, ""));
      if (lookup.matches()) {
        value.errorMessages().clear();
        value.addErrorMessage(
            ("The worker could not look up this ${%1$s:...}: its config.providers must name '%1$s',"
                    + " and what stands after the colon must exist there and be allowed to be read.")
                .formatted(lookup.group(1)));
      }
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
