package io.bellwether.standin.trades;

/** What the taker of a trade did. */
public enum Side {
  BUY,
  SELL
}
