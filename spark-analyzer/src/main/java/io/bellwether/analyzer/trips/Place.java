package io.bellwether.analyzer.trips;

import java.util.Comparator;

/**
 * Where a row stands.
 *
 * @param source the file, or the topic
 * @param part the file's number among all, or the partition
 * @param position the line, 1 being the first, or the offset
 * @param origin where a record was before it was in the topic, as {@code file:line}; null where
 *     nobody said
 */
record Place(String source, int part, long position, String origin) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::part).thenComparingLong(Place::position);

  /** In the order of files and lines, or of partitions and offsets. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** A topic's records have their partition told; a file has one part. */
  String told(boolean ofFile) {
    return ofFile ? source + ":" + position : source + ":" + part + ":" + position;
  }
}
