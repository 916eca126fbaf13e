package io.bellwether.analyzer.trades.indicator;

import java.util.concurrent.TimeUnit;

/** Lengths of time as people read them. */
final class Spans {
  private Spans() {}

  static String text(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
