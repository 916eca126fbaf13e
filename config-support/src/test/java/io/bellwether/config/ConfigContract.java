package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/** What every configuration of this project promises to UIs and readers. */
public final class ConfigContract {
  private static final Pattern SECRET = Pattern.compile(".*(token|secret|password|api\\.key)$");

  private ConfigContract() {}

  /** Fails for a key that is not fully described, an unprotected secret, or too many HIGH keys. */
  public static void holds(ConfigDef definition) {
    for (ConfigDef.ConfigKey key : definition.configKeys().values()) {
      assertThat(key.documentation).as("doc of %s", key.name).isNotBlank().endsWith(".");
      assertThat(key.group).as("group of %s", key.name).isNotBlank();
      assertThat(key.displayName).as("display name of %s", key.name).isNotBlank();
      assertThat(key.displayName).as("display name of %s", key.name).isNotEqualTo(key.name);
      assertThat(key.orderInGroup).as("order of %s", key.name).isPositive();
      if (SECRET.matcher(key.name).matches()) {
        assertThat(key.type).as("type of %s", key.name).isEqualTo(ConfigDef.Type.PASSWORD);
      }
    }
    assertThat(definition.configKeys().values())
        .filteredOn(key -> key.importance == ConfigDef.Importance.HIGH)
        .as("keys of HIGH importance")
        .hasSizeLessThanOrEqualTo(6);
  }
}
