package io.bellwether.analyzer.scorer;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which scorer, and how it is set up: what travels to the JVMs that score.
 *
 * @param settings without the prefix {@code scorer.<name>.}; may hold secrets, so they are not
 *     printed
 */
public record ScorerSpec(String name, TreeMap<String, String> settings) implements Serializable {
  public static ScorerSpec of(String name, Map<String, String> settings) {
    return new ScorerSpec(name, new TreeMap<>(settings));
  }

  @Override
  public String toString() {
    return "ScorerSpec[" + name + ", " + settings.keySet() + "]";
  }
}
