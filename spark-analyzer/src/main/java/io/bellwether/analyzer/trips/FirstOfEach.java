package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.cleaning.Cleaned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;

/**
 * Lets a trip through once, and its repetitions as duplicates. A stream remembers in its state
 * which trips there were; a batch sees all rows of a trip at once. Of several rows it is the first
 * in the files, or in the topic.
 */
final class FirstOfEach implements FlatMapGroupsWithStateFunction<String, Row, Boolean, Row> {
  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Row> call(String identity, Iterator<Row> rows, GroupState<Boolean> known) {
    List<JudgedRow> judged = new ArrayList<>();
    rows.forEachRemaining(row -> judged.add(JudgedRows.judged(row)));
    if (!(judged.get(0).cleaned() instanceof Cleaned.Kept)) {
      return judged.stream().map(JudgedRows::row).iterator();
    }
    judged.sort(Comparator.comparing(JudgedRow::place));
    int repetitionsFrom = known.exists() ? 0 : 1;
    if (!known.exists()) {
      known.update(true);
    }
    List<Row> out = new ArrayList<>(judged.size());
    for (int i = 0; i < judged.size(); i++) {
      out.add(JudgedRows.row(i < repetitionsFrom ? judged.get(i) : judged.get(i).again()));
    }
    return out.iterator();
  }
}
