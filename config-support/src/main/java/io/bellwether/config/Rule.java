package io.bellwether.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A check on one configuration value that can describe itself. {@link #toString()} is what the
 * generated reference prints as the valid values, and the same words are the remedy in the error of
 * a bad value, so the two cannot drift apart. Where the values can be listed it also recommends
 * them to UIs.
 *
 * <p>A {@code null} value passes: whether a key may be missing is said by its default.
 */
public final class Rule implements ConfigDef.Validator, ConfigDef.Recommender {
  private final String description;
  private final List<Object> choices;
  private final Predicate<Object> test;

  Rule(String description, List<Object> choices, Predicate<Object> test) {
    this.description = Objects.requireNonNull(description);
    this.choices = List.copyOf(choices);
    this.test = test;
  }

  @Override
  public void ensureValid(String name, Object value) {
    if (value != null && !test.test(value)) {
      throw new ConfigException(name, value, "Use " + description + ".");
    }
  }

  @Override
  public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
    return choices;
  }

  @Override
  public boolean visible(String name, Map<String, Object> parsedConfig) {
    return true;
  }

  @Override
  public String toString() {
    return description;
  }
}
