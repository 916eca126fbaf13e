package io.bellwether.analyzer.feedback;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;

/**
 * Lets the first of those records through that say the same within a window of their own time. The
 * state is the timestamp of that first one. It is forgotten when nothing of its key has come for as
 * long by the clock, so that it is bounded by the keys of one window; what comes late is compared
 * all the same and never thrown away for being late.
 */
final class FirstOfTheSame implements FlatMapGroupsWithStateFunction<String, Row, Long, Row> {
  private static final long serialVersionUID = 1L;
  private static final int TOPIC = 2;
  private static final int PARTITION = 3;
  private static final int OFFSET = 4;
  private static final int TIMESTAMP = 5;
  private static final Comparator<Row> IN_TIME =
      Comparator.comparingLong(FirstOfTheSame::time)
          .thenComparing((Row row) -> row.getString(TOPIC))
          .thenComparingInt(row -> row.getInt(PARTITION))
          .thenComparingLong(row -> row.getLong(OFFSET));

  private final long windowMs;

  FirstOfTheSame(long windowMs) {
    this.windowMs = windowMs;
  }

  @Override
  public Iterator<Row> call(String key, Iterator<Row> rows, GroupState<Long> state) {
    if (state.hasTimedOut()) {
      state.remove();
      return List.<Row>of().iterator();
    }
    List<Row> records = new ArrayList<>();
    rows.forEachRemaining(records::add);
    if (key.startsWith(Preselection.ALONE)) {
      return records.stream().map(FirstOfTheSame::record).iterator();
    }
    records.sort(IN_TIME);
    List<Row> firsts = new ArrayList<>();
    for (Row row : records) {
      if (state.exists() && Math.abs(time(row) - state.get()) <= windowMs) {
        Skipped.DUPLICATE.add();
      } else {
        firsts.add(record(row));
        state.update(time(row));
      }
    }
    state.setTimeoutDuration(windowMs);
    return firsts.iterator();
  }

  private static long time(Row row) {
    return row.isNullAt(TIMESTAMP) ? 0 : ((Timestamp) row.get(TIMESTAMP)).getTime();
  }

  private static Row record(Row row) {
    Object[] values = new Object[TIMESTAMP + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return RowFactory.create(values);
  }
}
