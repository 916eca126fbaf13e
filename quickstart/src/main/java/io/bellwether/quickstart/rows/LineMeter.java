package io.bellwether.quickstart.rows;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A plain line every few seconds, for logs and pipes. */
final class LineMeter implements Meter {
  private static final long INTERVAL = Duration.ofSeconds(5).toNanos();
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PERCENT = 100;

  private final long whole;
  private final PrintWriter out;
  private final Timekeeper time;
  private long last;
  private long lastRows;

  LineMeter(long whole, PrintWriter out, Timekeeper time) {
    this.whole = whole;
    this.out = out;
    this.time = time;
    this.last = time.nanos();
  }

  @Override
  public void at(LongSupplier position, long rows) {
    long passed = time.nanos() - last;
    if (passed >= INTERVAL) {
      double rate = (rows - lastRows) / (passed / NANOS_PER_SECOND);
      note(
          String.format(
              Locale.ROOT,
              "%3.0f %%  %,d rows, %,.0f a second",
              whole == 0 ? PERCENT : Math.min(PERCENT, position.getAsLong() * PERCENT / whole),
              rows,
              rate));
      last += passed;
      lastRows = rows;
    }
  }

  @Override
  public void note(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
