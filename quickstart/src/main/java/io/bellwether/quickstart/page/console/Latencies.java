package io.bellwether.quickstart.page.console;

import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;

/**
 * Times from a message to its alert, in milliseconds: of everything, and of a window that slides
 * with the alerts. Percentiles are exact to one part in a hundred. Safe for several threads.
 */
final class Latencies {
  private static final int DIGITS = 2;
  private static final long DAY = 86_400_000;

  private final int parts;
  private final Histogram all = new Histogram(DAY, DIGITS);
  private final Deque<Histogram> window = new ArrayDeque<>();

  /**
   * @param parts of how many parts the window consists; {@link #nextPart} drops the oldest
   */
  Latencies(int parts) {
    this.parts = parts;
    window.add(part());
  }

  /**
   * Percentiles.
   *
   * @param count of how many alerts
   */
  record Percentiles(long count, long p50, long p95, long p99) {
    private static Percentiles of(Histogram histogram) {
      return new Percentiles(
          histogram.getTotalCount(),
          histogram.getValueAtPercentile(50),
          histogram.getValueAtPercentile(95),
          histogram.getValueAtPercentile(99));
    }
  }

  synchronized void record(long millis) {
    // Clocks of two hosts may disagree; the histogram takes nothing below zero.
    long value = Math.min(Math.max(millis, 0), DAY);
    all.recordValue(value);
    window.getLast().recordValue(value);
  }

  synchronized void nextPart() {
    Histogram next = window.size() < parts ? part() : window.removeFirst();
    next.reset();
    window.addLast(next);
  }

  synchronized Percentiles ofAll() {
    return Percentiles.of(all);
  }

  synchronized Percentiles ofWindow() {
    Histogram sum = part();
    window.forEach(sum::add);
    return Percentiles.of(sum);
  }

  private static Histogram part() {
    Histogram histogram = new Histogram(DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }
}
