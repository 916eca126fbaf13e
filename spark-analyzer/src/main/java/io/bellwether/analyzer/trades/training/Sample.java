package io.bellwether.analyzer.trades.training;

/**
 * What was known when a candle closed, and what came of it.
 *
 * @param at when the candle's window was over, nanoseconds since 1970
 * @param features as {@link io.bellwether.analyzer.trades.forecast.History} has them
 * @param moved whether the price rose enough in time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody changes it
record Sample(long at, double[] features, boolean moved) {
  /** What the simplest of all traders goes by. */
  boolean hasJustRisen() {
    return features[0] > 0;
  }
}
