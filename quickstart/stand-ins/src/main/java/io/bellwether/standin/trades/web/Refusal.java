package io.bellwether.standin.trades.web;

import java.time.Duration;
import java.time.Instant;

/**
 * A call came too soon.
 *
 * @param until when calls are taken again
 * @param banned whether it is more than a pause
 */
record Refusal(Instant until, boolean banned) {
  /** Whole seconds to wait, at least one. */
  long seconds(Instant now) {
    long millis = Duration.between(now, until).toMillis();
    return Math.max(1, (millis + 999) / 1000);
  }
}
