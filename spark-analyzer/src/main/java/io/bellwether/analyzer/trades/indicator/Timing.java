package io.bellwether.analyzer.trades.indicator;

/** When a trade came, by the clock of its own market: the latest time of a trade there so far. */
public enum Timing {
  /** Not before what has been seen. */
  IN_ORDER,
  /** Before that, but by no more than the lateness that is allowed. */
  OUT_OF_ORDER,
  /** Too late for candles and windows. */
  LATE
}
