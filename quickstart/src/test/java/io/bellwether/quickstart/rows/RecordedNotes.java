package io.bellwether.quickstart.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A meter that keeps what it is told to note. */
public final class RecordedNotes implements Meter {
  private final List<String> notes = new ArrayList<>();

  @Override
  public void at(LongSupplier position, long rows) {}

  @Override
  public void note(String line) {
    notes.add(line);
  }

  @Override
  public void close() {}

  /** In the order they came. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
