package io.bellwether.standin.trades.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** So many calls a second on average, so many at once. */
final class TokenBucket extends RateLimit {
  private record Level(double tokens, Instant at) {}

  private final double perSecond;
  private final double burst;
  private final Duration pause;
  private final Map<String, Level> levels = new HashMap<>();

  /** {@code pause} is how long all calls are refused once one was, and again by each of them. */
  TokenBucket(boolean enforced, double perSecond, double burst, Duration pause) {
    super(enforced);
    this.perSecond = perSecond;
    this.burst = burst;
    this.pause = pause;
  }

  @Override
  Optional<Refusal> count(String key, int weight, Instant now) {
    Level before = levels.getOrDefault(key, new Level(burst, now));
    double seconds = Duration.between(before.at(), now).toNanos() / 1e9;
    double tokens = Math.min(burst, before.tokens() + seconds * perSecond);
    boolean enough = tokens >= weight;
    levels.put(key, new Level(enough ? tokens - weight : tokens, now));
    return enough ? Optional.empty() : Optional.of(new Refusal(now.plus(pause), false));
  }

  @Override
  Refusal whileClosed(Refusal standing, String key, Instant now) {
    Instant later = now.plus(pause);
    return later.isAfter(standing.until()) ? new Refusal(later, standing.banned()) : standing;
  }

  @Override
  synchronized void clear() {
    super.clear();
    levels.clear();
  }
}
