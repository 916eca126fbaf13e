package io.bellwether.analyzer.trades.forecast;

import io.bellwether.analyzer.trades.candle.Width;
import java.io.Serializable;

/** Judges a market whenever one of its candles closes. */
public interface Forecaster extends Serializable {
  /** Of the candles it judges. */
  Width width();

  /**
   * The probability of the move, 0..1.
   *
   * @param features those of {@link History#features}
   */
  double probability(double[] features);

  /** What it foresees, such as {@code a rise of 0.6 % within 15 min}. */
  String expected();
}
