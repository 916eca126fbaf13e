package io.bellwether.connect.nomics.source.mapping;

import java.time.Instant;
import java.util.Optional;

/**
 * A trade.
 *
 * @param id as the service has it, unique within its market
 * @param time with all the digits of the service
 * @param price of one base in quote, an exact decimal number without an exponent
 * @param volume in base, likewise
 * @param side what the taker did; empty where the service does not say
 */
public record Trade(String id, Instant time, String price, String volume, Optional<Side> side) {
  /** The id as a number; for services whose ids are numbers. */
  public long number() {
    return Long.parseLong(id);
  }
}
