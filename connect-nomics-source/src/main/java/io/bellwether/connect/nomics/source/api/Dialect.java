package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.util.List;
import java.util.Optional;

/**
 * How one API is spoken: what to ask and what the answers say. It is a value without state and
 * without a connection, so that it can be tested by example. To support another API write another
 * of these and add it to {@link Dialects}.
 */
public interface Dialect {
  /** The word for {@code trades.api}, such as {@code kraken}. */
  String name();

  /** The name for people. */
  String title();

  /** Where the service is. */
  String url();

  /** How many trades a page has at most. */
  int longestPage();

  /** How many requests a second the service's documents allow to one address. */
  double requestsPerSecond();

  /** Whether requests carry a key. */
  default boolean needsKey() {
    return false;
  }

  /** The request for all markets. */
  Query markets();

  /**
   * The markets of an answer.
   *
   * @throws MalformedAnswerException naming what is wrong
   */
  List<Market> markets(JsonNode answer);

  /**
   * The request for the next page of a market.
   *
   * @param pageSize how many trades to ask for; a dialect may ask for more where it has to
   */
  Query trades(Market market, TradePosition from, int pageSize);

  /**
   * What a page brought.
   *
   * @param asked the request that it answers
   * @throws MalformedAnswerException naming what is wrong
   */
  TradePage trades(Market market, TradePosition from, Query asked, JsonNode answer);

  /**
   * What the service says in its own words, if it refuses; whatever its HTTP status says besides is
   * known elsewhere.
   */
  default Optional<Refusal> refusal(int status, JsonNode answer) {
    return Optional.empty();
  }
}
