package io.bellwether.analyzer.trades.trade;

import java.util.Arrays;

/** Who came to the other: a buyer paid what was asked, a seller took what was bid. */
public enum Side {
  UNKNOWN(0),
  BUY(1),
  SELL(2);

  private final int code;

  Side(int code) {
    this.code = code;
  }

  /** In a checkpoint; never changes. */
  public int code() {
    return code;
  }

  public static Side ofCode(int code) {
    return Arrays.stream(values()).filter(side -> side.code == code).findFirst().orElse(UNKNOWN);
  }
}
