package io.bellwether.connect.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Counts up from 0. Safe for use from several threads. */
public final class Counter {
  private final LongAdder sum = new LongAdder();

  Counter() {}

  public void increment() {
    sum.increment();
  }

  public void add(long more) {
    sum.add(more);
  }

  public long value() {
    return sum.sum();
  }
}
