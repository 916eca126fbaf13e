package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.alerts.Arrival;
import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;

/**
 * Enters rows into the books and says what is to be written: all statistics anew, alerts, and what
 * is wrong with rows. It is one task, because alerts need the order of all trips.
 */
final class KeepBooks implements FlatMapGroupsWithStateFunction<String, Row, String, Row> {
  private static final long serialVersionUID = 1;

  private final Outputs outputs;
  private final boolean watching;

  /**
   * Keeps books for these outputs.
   *
   * @param watching whether trips are watched for alerts, which only a stream does; a batch tells
   *     of rows that are kept although something is missing
   */
  KeepBooks(Outputs outputs, boolean watching) {
    this.outputs = outputs;
    this.watching = watching;
  }

  @Override
  public Iterator<Row> call(String all, Iterator<Row> rows, GroupState<String> state) {
    return new Entries(rows, state);
  }

  /** Holds the trips that are watched, and of what is written no more than one row's. */
  private final class Entries implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final GroupState<String> state;
    private final Books books;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Queue<Row> ready = new ArrayDeque<>();
    private boolean closed;

    Entries(Iterator<Row> rows, GroupState<String> state) {
      this.rows = rows;
      this.state = state;
      this.books = state.exists() ? Books.of(state.get()) : new Books();
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        enter(JudgedRows.judged(rows.next()));
      }
      if (ready.isEmpty() && !closed) {
        close();
      }
      return !ready.isEmpty();
    }

    private void enter(JudgedRow row) {
      books.tally().add(row.cleaned(), outputs.zone());
      if (row.cleaned() instanceof Cleaned.Dropped dropped) {
        outputs.dropped(row, dropped).ifPresent(ready::add);
      } else if (watching) {
        arrivals.add(
            new Arrival(row.place().part(), row.at(), ((Cleaned.Kept) row.cleaned()).trip()));
      } else {
        for (CleaningRule rule : ((Cleaned.Kept) row.cleaned()).notes()) {
          ready.add(outputs.noted(row, rule));
        }
      }
    }

    private void close() {
      ready.addAll(outputs.alerts(books.desk().accept(arrivals, outputs.settings())));
      ready.addAll(outputs.statistics(books.tally()));
      state.update(books.json());
      closed = true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }
}
