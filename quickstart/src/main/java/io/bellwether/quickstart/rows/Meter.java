package io.bellwether.quickstart.rows;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Shows how far it has come. */
public interface Meter extends AutoCloseable {
  /**
   * It has come so far. May be called for each row; it shows what a person can follow.
   *
   * @param position how much of the whole, asked only when it is shown
   * @param rows done so far
   */
  void at(LongSupplier position, long rows);

  /** Something worth a line of its own. */
  void note(String line);

  /** Shows nothing from now on. */
  @Override
  void close();

  /** What a whole consists of: rows, or megabytes. */
  enum Unit {
    ROWS(" rows", 1),
    MEGABYTES(" MB", 1_000_000);

    private final String label;
    private final long size;

    Unit(String label, long size) {
      this.label = label;
      this.size = size;
    }

    String label() {
      return label;
    }

    long size() {
      return size;
    }
  }

  /** A bar where the launcher script found a terminal, else a line every few seconds. */
  static Meter of(String task, long whole, Unit unit, PrintWriter err, Timekeeper time) {
    return Boolean.getBoolean("bellwether.terminal")
        ? new BarMeter(task, whole, unit)
        : new LineMeter(whole, err, time);
  }
}
