package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.trade.Side;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;

/**
 * A market's latest trade.
 *
 * @param at in nanoseconds since 1970, UTC
 */
public record Quote(String exchange, BigDecimal price, long at, Side side) {
  public static Quote of(Trade trade) {
    return new Quote(trade.market().exchange(), trade.price(), trade.at(), trade.side());
  }

  /**
   * What one has to pay here now: the price, if a buyer paid it; more, if it is what a seller got.
   *
   * @param spread between bid and ask, as a share of the price
   */
  double ask(double spread) {
    return price.doubleValue() * (1 + share(Side.BUY) * spread);
  }

  /** What one gets here now. */
  double bid(double spread) {
    return price.doubleValue() * (1 - share(Side.SELL) * spread);
  }

  private double share(Side exact) {
    if (side == Side.UNKNOWN) {
      return 0.5;
    }
    return side == exact ? 0 : 1;
  }
}
