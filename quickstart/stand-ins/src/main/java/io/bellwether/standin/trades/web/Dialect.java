package io.bellwether.standin.trades.web;

import java.time.Instant;
import java.util.Optional;

/** How one service speaks: its paths, its words and its limits. */
interface Dialect {
  /** The call that a request is; empty if it is none of this dialect's. */
  Optional<Route> route(Query query);

  /** The limits on its calls. */
  RateLimit limits();

  /** Too many calls. */
  Reply tooMany(Refusal refusal, Instant now);

  /** Something went wrong inside; {@code word} is an error word of Kraken's. */
  Reply failed(String word);

  /** An answer with what this service adds to each. */
  default Reply finished(Reply reply, Instant now) {
    return reply;
  }
}
