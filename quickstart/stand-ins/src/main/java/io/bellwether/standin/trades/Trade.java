package io.bellwether.standin.trades;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade.
 *
 * @param id of its market, rising
 * @param time when it happened, to the nanosecond
 * @param price of one base in the quote currency
 * @param volume in the base currency
 * @param side what the taker did
 * @param cursor nanoseconds since 1970, a little later than {@code time} where trades share it, so
 *     that each trade of a market has its own: what Kraken calls {@code last}
 */
public record Trade(
    long id, Instant time, BigDecimal price, BigDecimal volume, Side side, long cursor) {
  private static final long NANOS = 1_000_000_000L;

  /** Its time in nanoseconds since 1970. */
  public long timeNanos() {
    return nanos(time);
  }

  static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
  }
}
