package io.bellwether.connect.nomics.source.mapping;

/** What the taker did: the order that met one in the book. */
public enum Side {
  BUY,
  SELL
}
