package io.bellwether.analyzer.trips.alerts;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How late it is in event time: as late as the partition that is farthest behind, and never later
 * than the latest record less what records may be out of order. A partition that has been silent
 * for a day of the others is not waited for.
 */
final class EventClock {
  private static final long SILENT_MS = Duration.ofDays(1).toMillis();

  private final NavigableMap<Integer, Long> latest = new TreeMap<>();
  private long now = Long.MIN_VALUE;

  void seen(int partition, long at) {
    latest.merge(partition, at, Math::max);
  }

  /** Everything before this has come. It never goes back. */
  long advance(Duration lateness) {
    long end = latest.values().stream().mapToLong(at -> at).max().orElse(Long.MIN_VALUE);
    if (end != Long.MIN_VALUE) {
      long behind =
          latest.values().stream()
              .mapToLong(at -> at)
              .filter(at -> at > end - SILENT_MS)
              .min()
              .orElse(end);
      now = Math.max(now, Math.min(behind, end - lateness.toMillis()));
    }
    return now;
  }

  long now() {
    return now;
  }
}
