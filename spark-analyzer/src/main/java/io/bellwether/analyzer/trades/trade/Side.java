package io.bellwether.analyzer.trades.trade;

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
    return switch (code) {
      case 1 -> BUY;
      case 2 -> SELL;
      default -> UNKNOWN;
    };
  }
}
