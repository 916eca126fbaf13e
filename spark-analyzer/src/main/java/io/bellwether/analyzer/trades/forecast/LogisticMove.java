package io.bellwether.analyzer.trades.forecast;

import io.bellwether.analyzer.trades.candle.Width;

/**
 * A logistic regression over scaled features.
 *
 * @param weights of the features as they are: the scaling is in them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody changes it
public record LogisticMove(Width width, double[] weights, double intercept, String expected)
    implements Forecaster {
  @Override
  public double probability(double[] features) {
    double margin = intercept;
    for (int i = 0; i < weights.length; i++) {
      margin += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-margin));
  }
}
