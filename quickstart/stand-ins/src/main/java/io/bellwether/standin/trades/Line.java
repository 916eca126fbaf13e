package io.bellwether.standin.trades;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the journal: a change of the markets, applied in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Line.Listed.class, name = "market"),
  @JsonSubTypes.Type(value = Line.Traded.class, name = "trade")
})
sealed interface Line {
  /** A market is new. */
  record Listed(String market) implements Line {}

  /** A trade; times as text, numbers as exact decimals. */
  record Traded(String market, long id, String time, String price, String volume, Side side)
      implements Line {}
}
