package io.bellwether.standin.slack.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls a minute by app and method. A refused call does not count; until its Retry-After has passed
 * every call of that app and method is refused. Safe for several threads.
 */
final class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final boolean enforced;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();
  private final Map<String, Instant> closedUntil = new HashMap<>();

  RateLimits(boolean enforced) {
    this.enforced = enforced;
  }

  /** Counts a call, or throws {@link RateLimited}. */
  synchronized void take(String appId, ApiMethod method, int perMinute, Instant now) {
    String key = appId + " " + method.name();
    Instant until = closedUntil.get(key);
    if (until != null && now.isBefore(until)) {
      throw new RateLimited(Duration.between(now, until));
    }
    if (!enforced && perMinute >= method.tier().perMinute()) {
      return;
    }
    Deque<Instant> window = calls.computeIfAbsent(key, any -> new ArrayDeque<>());
    while (!window.isEmpty() && !window.peekFirst().plus(WINDOW).isAfter(now)) {
      window.removeFirst();
    }
    if (window.size() >= perMinute) {
      throw close(key, Duration.between(now, window.peekFirst().plus(WINDOW)), now);
    }
    window.addLast(now);
  }

  /** Closes the method for the app, as if it had called too often. */
  synchronized RateLimited close(String appId, String method, Duration wait, Instant now) {
    return close(appId + " " + method, wait, now);
  }

  /** Forgets what was counted and closed. */
  synchronized void clear() {
    calls.clear();
    closedUntil.clear();
  }

  private RateLimited close(String key, Duration wait, Instant now) {
    RateLimited refusal = new RateLimited(wait);
    closedUntil.put(key, now.plusSeconds(refusal.seconds()));
    return refusal;
  }
}
