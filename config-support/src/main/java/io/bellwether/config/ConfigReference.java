package io.bellwether.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration reference of a {@link ConfigDef}, as Markdown, one section a group. */
public final class ConfigReference {
  private ConfigReference() {}

  /** Renders every key that is not internal; {@code intro} is Markdown below the title. */
  public static String markdown(String title, String intro, ConfigDef definition) {
    StringBuilder page = new StringBuilder("# " + title + "\n\n");
    page.append("<!-- Generated from the ConfigDef. Change the code, then run: ")
        .append("mvn test -Dbellwether.docs=write -->\n\n")
        .append(intro.strip())
        .append("\n");
    groups(definition).forEach((group, keys) -> section(page, group, keys));
    return page.toString();
  }

  private static Map<String, List<ConfigDef.ConfigKey>> groups(ConfigDef definition) {
    Map<String, List<ConfigDef.ConfigKey>> groups =
        definition.configKeys().values().stream()
            .filter(key -> !key.internalConfig)
            .sorted(Comparator.comparingInt(key -> key.orderInGroup))
            .collect(Collectors.groupingBy(key -> String.valueOf(key.group)));
    Map<String, List<ConfigDef.ConfigKey>> inOrder =
        new TreeMap<>(Comparator.comparingInt(definition.groups()::indexOf));
    inOrder.putAll(groups);
    return inOrder;
  }

  private static void section(StringBuilder page, String group, List<ConfigDef.ConfigKey> keys) {
    page.append("\n## ").append(group).append("\n");
    for (ConfigDef.ConfigKey key : keys) {
      page.append("\n### `").append(key.name).append("`\n\n");
      page.append("*").append(key.displayName).append(".* ").append(key.documentation.strip());
      page.append("\n\n");
      page.append("- Type: ").append(key.type.name().toLowerCase(Locale.ROOT)).append("\n");
      page.append("- Default: ").append(defaultValue(key)).append("\n");
      if (key.validator != null) {
        page.append("- Valid values: ").append(key.validator).append("\n");
      }
      page.append("- Importance: ").append(key.importance.name().toLowerCase(Locale.ROOT));
      page.append("\n");
    }
  }

  private static String defaultValue(ConfigDef.ConfigKey key) {
    if (!key.hasDefault()) {
      return "none, the key is required";
    }
    if (key.defaultValue == null) {
      return "not set";
    }
    String text = ConfigDef.convertToString(key.defaultValue, key.type);
    return text.isEmpty() ? "empty" : "`" + text.replace("\n", "\\n") + "`";
  }
}
