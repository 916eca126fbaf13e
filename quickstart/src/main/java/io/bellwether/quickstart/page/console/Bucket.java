package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened within a few seconds. In JSON an array: its begin in seconds since the epoch, then
 * the columns in their order, null where nothing was measured.
 */
final class Bucket {
  /** What is counted or measured. */
  enum Column {
    SAID,
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    UNSCORED,
    POSTED,
    P50,
    P95,
    P99,
    BATCH,
    WAITING_SOURCE,
    WAITING_SPARK,
    WAITING_SINK
  }

  private static final Set<Column> COUNTED = EnumSet.range(Column.SAID, Column.POSTED);

  private final long at;
  private final Map<Column, Long> values;

  /**
   * Where nothing has happened yet.
   *
   * @param at its begin, seconds since the epoch
   */
  Bucket(long at) {
    this(at, new EnumMap<>(Column.class));
    COUNTED.forEach(column -> values.put(column, 0L));
  }

  private Bucket(long at, Map<Column, Long> values) {
    this.at = at;
    this.values = values;
  }

  Long get(Column column) {
    return values.get(column);
  }

  void increment(Column column) {
    values.merge(column, 1L, Long::sum);
  }

  void set(Column column, long value) {
    values.put(column, value);
  }

  Bucket copy() {
    return new Bucket(at, new EnumMap<>(values));
  }

  @JsonValue
  List<Long> json() {
    List<Long> row = new ArrayList<>();
    row.add(at);
    for (Column column : Column.values()) {
      row.add(values.get(column));
    }
    return row;
  }
}
