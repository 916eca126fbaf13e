package io.bellwether.analyzer.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Defines the keys of one group, in the order in which they are listed. */
public final class KeyGroup {
  private final ConfigDef definition;
  private final String group;
  private int order;

  public KeyGroup(ConfigDef definition, String group) {
    this.definition = definition;
    this.group = group;
  }

  public KeyGroup high(
      String name, String title, Type type, Object value, ConfigDef.Validator rule, String doc) {
    return key(name, title, type, value, rule, Importance.HIGH, doc);
  }

  public KeyGroup medium(
      String name, String title, Type type, Object value, ConfigDef.Validator rule, String doc) {
    return key(name, title, type, value, rule, Importance.MEDIUM, doc);
  }

  public KeyGroup low(
      String name, String title, Type type, Object value, ConfigDef.Validator rule, String doc) {
    return key(name, title, type, value, rule, Importance.LOW, doc);
  }

  /** Adds keys defined elsewhere. Unlike Kafka's own embed, errors name the key with its prefix. */
  public void embed(String prefix, ConfigDef other) {
    for (ConfigDef.ConfigKey key : other.configKeys().values()) {
      key(
          prefix + key.name,
          key.displayName,
          key.type,
          key.defaultValue,
          key.validator,
          key.importance,
          key.documentation);
    }
  }

  private KeyGroup key(
      String name,
      String title,
      Type type,
      Object value,
      ConfigDef.Validator rule,
      Importance importance,
      String doc) {
    order++;
    definition.define(name, type, value, rule, importance, doc, group, order, Width.LONG, title);
    return this;
  }
}
