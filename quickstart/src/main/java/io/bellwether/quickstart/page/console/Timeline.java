package io.bellwether.quickstart.page.console;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last hour in buckets of two seconds. Whatever happens is entered by its own time, so that a
 * restart draws the same picture. Safe for several threads.
 */
final class Timeline {
  /** Length of a bucket, seconds. */
  static final int STEP = 2;

  private static final int KEPT = 3_600 / STEP;

  private final NavigableMap<Long, Bucket> buckets = new TreeMap<>();
  private final SortedSet<Long> changed = new TreeSet<>();

  synchronized void count(long atMillis, Bucket.Column column) {
    bucket(atMillis).ifPresent(bucket -> bucket.increment(column));
  }

  synchronized void set(long atMillis, Bucket.Column column, long value) {
    bucket(atMillis).ifPresent(bucket -> bucket.set(column, value));
  }

  /** Keeps the larger of what was measured within a bucket. */
  synchronized void most(long atMillis, Bucket.Column column, long value) {
    bucket(atMillis)
        .filter(bucket -> bucket.get(column) == null || bucket.get(column) < value)
        .ifPresent(bucket -> bucket.set(column, value));
  }

  private Optional<Bucket> bucket(long atMillis) {
    long index = Math.floorDiv(atMillis, STEP * 1_000L);
    if (!buckets.isEmpty() && index <= buckets.lastKey() - KEPT) {
      return Optional.empty();
    }
    changed.add(index);
    Bucket bucket = buckets.computeIfAbsent(index, i -> new Bucket(i * STEP));
    buckets.headMap(buckets.lastKey() - KEPT, true).clear();
    return Optional.of(bucket);
  }

  /** Everything, oldest first. Times in which nothing happened have no bucket. */
  synchronized List<Bucket> all() {
    return copies(buckets.keySet());
  }

  /** What has changed since the last call; the latest of it where it is more than {@code most}. */
  synchronized List<Bucket> changes(int most) {
    List<Long> indices = new ArrayList<>(changed);
    changed.clear();
    return copies(indices.subList(Math.max(0, indices.size() - most), indices.size()));
  }

  private List<Bucket> copies(Iterable<Long> indices) {
    List<Bucket> copies = new ArrayList<>();
    for (Long index : indices) {
      Bucket bucket = buckets.get(index);
      if (bucket != null) {
        copies.add(bucket.copy());
      }
    }
    return copies;
  }
}
