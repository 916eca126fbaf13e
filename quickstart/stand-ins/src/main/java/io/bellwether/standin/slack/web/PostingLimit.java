package io.bellwether.standin.slack.web;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One message a second for an app in a channel, with a burst of a few. Safe for several threads.
 */
final class PostingLimit {
  private static final int BURST = 3;
  private static final Duration PER_MESSAGE = Duration.ofSeconds(1);

  private final boolean enforced;
  private final Map<String, Instant> fullAgain = new HashMap<>();

  PostingLimit(boolean enforced) {
    this.enforced = enforced;
  }

  /** Takes one message's worth, or throws {@link RateLimited}. */
  synchronized void take(App app, Channel channel, Instant now) {
    if (!enforced) {
      return;
    }
    String key = app.appId() + " " + channel.id();
    Instant full = fullAgain.getOrDefault(key, now);
    Instant next = (full.isBefore(now) ? now : full).plus(PER_MESSAGE);
    Duration behind = Duration.between(now, next);
    Duration most = PER_MESSAGE.multipliedBy(BURST);
    if (behind.compareTo(most) > 0) {
      throw new RateLimited(behind.minus(most));
    }
    fullAgain.put(key, next);
  }
}
