package io.bellwether.standin.slack.web;

import java.time.Duration;

/** The call came too soon: HTTP 429 with the time to wait. */
final class RateLimited extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int seconds;

  RateLimited(Duration wait) {
    super("ratelimited", null, false, false);
    this.seconds = (int) Math.max(1, (wait.toMillis() + 999) / 1000);
  }

  /** For {@code Retry-After}: whole seconds, rounded up. */
  int seconds() {
    return seconds;
  }
}
