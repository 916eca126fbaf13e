package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Side;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** Trades for tests. Times are seconds after 2019-07-01T00:00:00Z, the start of an hour. */
public final class Ticks {
  public static final long START = TimeUnit.SECONDS.toNanos(1_561_939_200L);
  public static final MarketId KRAKEN = new MarketId("kraken", "BTC/USD", "BTC", "USD");

  private Ticks() {}

  public static long at(double seconds) {
    return START + Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  public static long minutes(long minutes) {
    return TimeUnit.MINUTES.toNanos(minutes);
  }

  /** On Kraken; its id is its time. */
  public static Trade trade(double seconds, String price, String volume) {
    return trade("kraken", seconds, price, volume, Side.UNKNOWN);
  }

  public static Trade trade(
      String exchange, double seconds, String price, String volume, Side side) {
    MarketId market = new MarketId(exchange, "BTC/USD", "BTC", "USD");
    String id = "trade:" + market.key() + ":" + seconds;
    return new Trade(id, market, at(seconds), new BigDecimal(price), new BigDecimal(volume), side);
  }
}
