package io.bellwether.standin.trades.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A limit on calls, for each key by itself. Safe for use from several threads. */
abstract class RateLimit {
  private final boolean enforced;
  private final Map<String, Refusal> closed = new HashMap<>();

  RateLimit(boolean enforced) {
    this.enforced = enforced;
  }

  /** Counts a call, or says that it came too soon. */
  final synchronized Optional<Refusal> take(String key, int weight, Instant now) {
    Refusal standing = closed.get(key);
    if (standing != null && now.isBefore(standing.until())) {
      Refusal next = enforced ? whileClosed(standing, key, now) : standing;
      closed.put(key, next);
      return Optional.of(next);
    }
    if (!enforced) {
      return Optional.empty();
    }
    Optional<Refusal> refusal = count(key, weight, now);
    refusal.ifPresent(refused -> closed.put(key, refused));
    return refusal;
  }

  /** Refuses every call until the time has passed. */
  final synchronized Refusal close(String key, Duration time, boolean ban, Instant now) {
    Refusal refusal = new Refusal(now.plus(time), ban);
    closed.put(key, refusal);
    return refusal;
  }

  synchronized void clear() {
    closed.clear();
  }

  /** Counts a call while nothing is closed. */
  abstract Optional<Refusal> count(String key, int weight, Instant now);

  /** What a call does that comes although it was told to wait. */
  Refusal whileClosed(Refusal standing, String key, Instant now) {
    return standing;
  }
}
