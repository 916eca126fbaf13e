package io.bellwether.connect.twitter.source.api;

import io.bellwether.connect.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What X says of an endpoint's window in every answer.
 *
 * @param limit calls in a window
 * @param remaining calls that are left
 * @param untilReset how long until the next window
 */
public record RateHeaders(long limit, long remaining, Duration untilReset) {
  /** Reads them, if all three are there. */
  static Optional<RateHeaders> of(HttpAnswer answer, Instant now) {
    OptionalLong limit = answer.number("x-rate-limit-limit");
    OptionalLong remaining = answer.number("x-rate-limit-remaining");
    OptionalLong reset = answer.number("x-rate-limit-reset");
    return limit.isPresent() && remaining.isPresent() && reset.isPresent()
        ? Optional.of(
            new RateHeaders(
                limit.getAsLong(),
                remaining.getAsLong(),
                answer.until(Instant.ofEpochSecond(reset.getAsLong()), now)))
        : Optional.empty();
  }
}
