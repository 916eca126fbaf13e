package io.bellwether.connect.nomics.source.api;

import java.time.Duration;

/**
 * What a service said in its own words when it did not do what it was asked.
 *
 * @param kind what it means
 * @param code the service's word for it
 * @param after how long it wants to be left alone, where the word implies it; else zero
 */
record Refusal(Kind kind, String code, Duration after) {
  enum Kind {
    /** Too many requests. */
    LIMITED,
    /** It may work later. */
    TROUBLE,
    /** It is not possible for this market. */
    MARKET,
    /** It is not possible at all until a person changes something. */
    ALL
  }

  static Refusal of(Kind kind, String code) {
    return new Refusal(kind, code, Duration.ZERO);
  }
}
