package io.bellwether.analyzer.trades.indicator;

/** What of the trades is looked at. */
public enum Measured {
  PRICE,
  VOLUME
}
