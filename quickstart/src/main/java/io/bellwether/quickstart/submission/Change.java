package io.bellwether.quickstart.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What becomes of a key. A {@code null} is a key that is not there.
 *
 * @param isSecret whether the values are hidden
 */
record Change(String key, String before, String after, boolean isSecret) {
  private static final int LONGEST = 120;

  /** All keys that differ, by their names. */
  static List<Change> between(
      Map<String, String> before, Map<String, String> after, Predicate<String> isSecret) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        changes.add(new Change(key, before.get(key), after.get(key), isSecret.test(key)));
      }
    }
    return List.copyOf(changes);
  }

  /** As a line for a person: {@code + new}, {@code - removed}, {@code ~ changed}. */
  @Override
  public String toString() {
    if (before == null) {
      return "+ " + key + " = " + shown(after);
    }
    if (after == null) {
      return "- " + key + " = " + shown(before);
    }
    return "~ " + key + ": " + shown(before) + " -> " + shown(after);
  }

  private String shown(String value) {
    if (isSecret) {
      return "(hidden)";
    }
    String line = value.replace("\n", "\\n");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
