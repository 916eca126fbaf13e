package io.bellwether.analyzer.trades.trade;

/** What a record's value was read as. */
public sealed interface Reading {
  /** A trade. */
  record Read(Trade trade) implements Reading {}

  /**
   * No trade.
   *
   * @param reason for a person to read
   */
  record Malformed(String reason) implements Reading {}
}
