package io.bellwether.standin.trades;

import java.time.Instant;
import java.util.Map;

/**
 * One request as it was answered.
 *
 * @param name dialect and call: {@code nomics.trades}, {@code kraken.Trades}, {@code
 *     coinbase.trades}, {@code binance.aggTrades}, ...
 * @param limit the rate limit that it counts for
 * @param at when it arrived, on the stand-in's clock
 * @param parameters of the path and the query, without a key
 * @param status HTTP status; 0 when it never got an answer
 * @param error what it was refused for; null when it went well
 * @param retryAfterSeconds what a Retry-After said; null without one
 * @param trades how many trades the answer holds
 */
public record Call(
    String name,
    String limit,
    Instant at,
    Map<String, String> parameters,
    int status,
    String error,
    Long retryAfterSeconds,
    int trades) {
  /** Whether the caller was told that it went well. */
  public boolean ok() {
    return status == 200 && error == null;
  }
}
