package io.bellwether.quickstart.submission;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connector as a file wants it.
 *
 * @param config all keys, {@code name} among them, as Connect gives them back
 * @param initialState {@code RUNNING}, {@code PAUSED} or {@code STOPPED}: what it is created as
 */
record Submission(
    Path file, String name, Map<String, String> config, Optional<String> initialState) {
  Submission {
    TreeMap<String, String> all = new TreeMap<>(config);
    all.put("name", name);
    config = Map.copyOf(all);
  }

  String connectorClass() {
    return config.get("connector.class");
  }

  /** Without the values, among which may be secrets. */
  @Override
  public String toString() {
    return name + " of " + file;
  }
}
