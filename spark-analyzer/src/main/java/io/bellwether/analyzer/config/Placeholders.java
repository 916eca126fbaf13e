package io.bellwether.analyzer.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Replaces <code>${env:NAME}</code>, <code>${file:path:key}</code> and <code>${dir:path:file}
 * </code> as a Connect worker does, so that secrets need not stand in the job's file.
 */
final class Placeholders {
  private static final Pattern LEFT = Pattern.compile("\\$\\{(env|file|dir):([^}]*)}");

  private Placeholders() {}

  /** Adds a fault for each key whose placeholder leads nowhere, and leaves that key out. */
  static Map<String, String> resolve(Map<String, String> config, List<String> faults) {
    FileConfigProvider file = new FileConfigProvider();
    file.configure(Map.of());
    DirectoryConfigProvider dir = new DirectoryConfigProvider();
    dir.configure(Map.of());
    ConfigTransformer transformer =
        new ConfigTransformer(Map.of("env", new Environment(), "file", file, "dir", dir));
    Map<String, String> resolved = new HashMap<>();
    for (Map.Entry<String, String> entry : new ArrayList<>(config.entrySet())) {
      try {
        String value = transformer.transform(Map.of("v", entry.getValue())).data().get("v");
        Matcher left = LEFT.matcher(value);
        if (left.find()) {
          faults.add(entry.getKey() + ": nothing found for " + left.group() + ". Set it first.");
        } else {
          resolved.put(entry.getKey(), value);
        }
      } catch (ConfigException e) {
        faults.add(entry.getKey() + ": " + e.getMessage() + ". Correct the placeholder.");
      }
    }
    return resolved;
  }

  /** Kafka's own is missing from the kafka-clients that Spark 3.5 brings. */
  private static final class Environment implements ConfigProvider {
    @Override
    public ConfigData get(String path) {
      return new ConfigData(System.getenv());
    }

    @Override
    public ConfigData get(String path, Set<String> names) {
      Map<String, String> found = new HashMap<>(System.getenv());
      found.keySet().retainAll(names);
      return new ConfigData(found);
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
  }
}
