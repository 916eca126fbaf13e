package io.bellwether.standin.trades;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that is to happen.
 *
 * @param market where
 * @param id of its market; null for the next one
 * @param time not before that of the market's last trade; where it lies ahead on the stand-in's
 *     clock, the trade shows when that time has come
 */
public record Draft(
    Market market, Long id, Instant time, BigDecimal price, BigDecimal volume, Side side) {
  /** With the next id. */
  public static Draft of(Market market, Instant time, String price, String volume, Side side) {
    return new Draft(market, null, time, new BigDecimal(price), new BigDecimal(volume), side);
  }

  /** With an id of its own. */
  public Draft withId(long own) {
    return new Draft(market, own, time, price, volume, side);
  }
}
