package io.bellwether.analyzer.trips.alerts;

/**
 * What has been usual so far: number, sum and sum of squares of whole numbers, so that it is the
 * same after every restart.
 */
record Usual(long count, long sum, long squares) {
  static final Usual NOTHING = new Usual(0, 0, 0);

  Usual and(long value) {
    return new Usual(count + 1, sum + value, squares + value * value);
  }

  double mean() {
    return count == 0 ? 0 : (double) sum / count;
  }

  /** Of the values themselves, not estimated for others. */
  double deviation() {
    return count == 0 ? 0 : Math.sqrt(Math.max(0, (double) squares / count - mean() * mean()));
  }

  /**
   * Whether a value is far from these.
   *
   * @param times standard deviations that are far
   * @param floor the standard deviation is taken to be at least this: a few equal values are no
   *     proof that it is never otherwise
   * @param least a smaller difference is never far
   */
  boolean isFar(long value, double times, double floor, int least) {
    double difference = Math.abs(value - mean());
    return difference >= least && difference > times * Math.max(deviation(), floor);
  }
}
