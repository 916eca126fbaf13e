package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import java.util.Arrays;

/**
 * A window that moves on in twelfths: what fell into each of the last twelve, the newest last. So
 * it covers between eleven twelfths and the whole of its length.
 *
 * @param newest the number of the newest twelfth, counted from 1970
 * @param values by age; NaN where there was nothing
 * @param before the last value that was there before the window; NaN if none was
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out, and copied before it is changed
record Buckets(long newest, double[] values, double before) {
  static final int COUNT = 12;

  static Buckets empty() {
    double[] values = new double[COUNT];
    Arrays.fill(values, Double.NaN);
    return new Buckets(0, values, Double.NaN);
  }

  /** Moved on so that this twelfth is the newest; not back. */
  Buckets at(long bucket) {
    long steps = bucket - newest;
    if (steps <= 0) {
      return this;
    }
    double left = before;
    int gone = (int) Math.min(steps, COUNT);
    for (int i = 0; i < gone; i++) {
      left = Double.isNaN(values[i]) ? left : values[i];
    }
    double[] moved = new double[COUNT];
    System.arraycopy(values, gone, moved, 0, COUNT - gone);
    Arrays.fill(moved, COUNT - gone, COUNT, Double.NaN);
    return new Buckets(bucket, moved, left);
  }

  /** With another value in the newest twelfth. */
  Buckets set(double value) {
    return with(COUNT - 1, value);
  }

  /** With more in a twelfth; unchanged if that is no longer, or not yet, in the window. */
  Buckets add(long bucket, double more) {
    long index = COUNT - 1 - (newest - bucket);
    if (index < 0 || index >= COUNT) {
      return this;
    }
    double old = values[(int) index];
    return with((int) index, Double.isNaN(old) ? more : old + more);
  }

  double sum() {
    double sum = 0;
    for (double value : values) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  private Buckets with(int index, double value) {
    double[] changed = values.clone();
    changed[index] = value;
    return new Buckets(newest, changed, before);
  }

  void write(StateWriter to) {
    int present = 0;
    for (int i = 0; i < COUNT; i++) {
      present |= Double.isNaN(values[i]) ? 0 : 1 << i;
    }
    to.number(newest);
    to.number(present);
    for (double value : values) {
      if (!Double.isNaN(value)) {
        to.real(value);
      }
    }
    to.real(before);
  }

  static Buckets read(StateReader from) {
    long newest = from.number();
    long present = from.number();
    double[] values = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = ((present >> i) & 1) == 1 ? from.real() : Double.NaN;
    }
    return new Buckets(newest, values, from.real());
  }
}
