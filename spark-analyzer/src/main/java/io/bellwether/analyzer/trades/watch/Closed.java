package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Times;

/**
 * A candle whose window is over.
 *
 * @param counts of its market, by now
 */
public record Closed(MarketId market, Candle candle, Counts counts) {
  /** The same for all versions of it. */
  public String key() {
    return "candle:"
        + market.key()
        + ":"
        + candle.width().word()
        + ":"
        + Times.text(candle.start());
  }

  /** The number of its trades is its version: with the same trades it is the same candle. */
  public String eventId() {
    return key() + ":" + candle.count();
  }
}
