package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import java.util.OptionalDouble;

/**
 * Mean and spread of a market's own past, in which what is old counts less and less.
 *
 * @param windows how many were seen
 * @param weight the sum of their weights
 * @param squares the weighted sum of squared distances from the mean
 */
record Past(long windows, double weight, double mean, double squares) {
  static final Past NONE = new Past(0, 0, 0, 0);

  /**
   * With one window more.
   *
   * @param memory a window counts as much as the next one times {@code 1 - 1 / memory}
   */
  Past plus(double value, double memory) {
    double fade = 1 - 1 / memory;
    double newWeight = fade * weight + 1;
    double distance = value - mean;
    double newMean = mean + distance / newWeight;
    double newSquares = fade * squares + distance * (value - newMean);
    return new Past(windows + 1, newWeight, newMean, newSquares);
  }

  /** How many standard deviations from the mean; empty where the past is too short or flat. */
  OptionalDouble sigma(double value, long atLeast) {
    if (windows < Math.max(atLeast, 2)) {
      return OptionalDouble.empty();
    }
    double deviation = Math.sqrt(squares / (weight - 1));
    // What is left of the arithmetic is no spread.
    boolean flat = deviation <= Math.abs(mean) * 1e-12;
    return flat ? OptionalDouble.empty() : OptionalDouble.of((value - mean) / deviation);
  }

  void write(StateWriter to) {
    to.number(windows);
    if (windows > 0) {
      to.real(weight);
      to.real(mean);
      to.real(squares);
    }
  }

  static Past read(StateReader from) {
    long windows = from.number();
    return windows == 0 ? NONE : new Past(windows, from.real(), from.real(), from.real());
  }
}
