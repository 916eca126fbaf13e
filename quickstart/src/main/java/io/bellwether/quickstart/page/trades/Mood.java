package io.bellwether.quickstart.page.trades;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mean score of what people said, by the minute. Not for several threads. */
final class Mood {
  private static final int KEPT = 240;

  private record Minute(double sum, long count) {}

  private final TreeMap<Long, Minute> minutes = new TreeMap<>();
  private final TreeSet<Long> changed = new TreeSet<>();

  /** Takes a score at a minute in seconds since the epoch. */
  void add(long minute, double score) {
    Minute before = minutes.getOrDefault(minute, new Minute(0, 0));
    minutes.put(minute, new Minute(before.sum() + score, before.count() + 1));
    changed.add(minute);
    if (minutes.size() > KEPT) {
      minutes.pollFirstEntry();
    }
  }

  List<List<Number>> all() {
    return rows(minutes.keySet());
  }

  /** What has changed since the last call. */
  List<List<Number>> changes() {
    changed.removeIf(minute -> !minutes.containsKey(minute));
    List<List<Number>> rows = rows(changed);
    changed.clear();
    return rows;
  }

  private List<List<Number>> rows(Collection<Long> some) {
    return some.stream()
        .map(
            minute -> {
              Minute its = minutes.get(minute);
              return List.<Number>of(minute, its.sum() / its.count(), its.count());
            })
        .toList();
  }
}
