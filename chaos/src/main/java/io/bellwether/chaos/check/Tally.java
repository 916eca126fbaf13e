package io.bellwether.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two multisets compared.
 *
 * @param what their name
 * @param missing each as often as it is missing
 * @param surplus what was expected, but is there too often, each with how often too much
 * @param unexpected what was not expected at all, each with how often it is there
 */
public record Tally(
    String what,
    int expected,
    int found,
    List<String> missing,
    Map<String, Integer> surplus,
    Map<String, Integer> unexpected) {
  private static final int SHOWN = 20;

  /** Compares. */
  public static Tally of(String what, List<String> expected, List<String> found) {
    Map<String, Integer> wanted = counts(expected);
    Map<String, Integer> there = counts(found);
    List<String> missing = new ArrayList<>();
    wanted.forEach(
        (id, count) -> {
          for (int each = there.getOrDefault(id, 0); each < count; each++) {
            missing.add(id);
          }
        });
    Map<String, Integer> surplus = new TreeMap<>();
    Map<String, Integer> unexpected = new TreeMap<>();
    there.forEach(
        (id, count) -> {
          int more = count - wanted.getOrDefault(id, 0);
          if (!wanted.containsKey(id)) {
            unexpected.put(id, count);
          } else if (more > 0) {
            surplus.put(id, more);
          }
        });
    return new Tally(what, expected.size(), found.size(), missing, surplus, unexpected);
  }

  private static Map<String, Integer> counts(List<String> ids) {
    Map<String, Integer> counts = new HashMap<>();
    ids.forEach(id -> counts.merge(id, 1, Integer::sum));
    return new TreeMap<>(counts);
  }

  /** Whether both are the same. */
  public boolean isExact() {
    return missing.isEmpty() && surplus.isEmpty() && unexpected.isEmpty();
  }

  /** Whether everything expected is there, perhaps with more. */
  public boolean isComplete() {
    return missing.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(what);
    text.append(": expected ").append(expected).append(", found ").append(found);
    text.append(", missing ").append(missing.size());
    text.append(", doubled ").append(surplus.size());
    text.append(", unexpected ").append(unexpected.size());
    list(text, "missing", missing);
    list(text, "doubled", surplus.entrySet().stream().map(Tally::times).toList());
    list(text, "unexpected", unexpected.entrySet().stream().map(Tally::times).toList());
    return text.toString();
  }

  private static String times(Map.Entry<String, Integer> entry) {
    return entry.getKey() + " (" + entry.getValue() + ")";
  }

  private static void list(StringBuilder text, String title, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    text.append("\n    ").append(title).append(": ");
    text.append(String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))));
    if (ids.size() > SHOWN) {
      text.append(", and ").append(ids.size() - SHOWN).append(" more");
    }
  }
}
