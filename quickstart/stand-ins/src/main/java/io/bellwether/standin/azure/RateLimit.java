package io.bellwether.standin.azure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls a second and a minute, each kind for itself. A refused call does not count. Safe for
 * several threads.
 */
final class RateLimit {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perSecond;
  private final int perMinute;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  RateLimit(int perSecond, int perMinute) {
    this.perSecond = perSecond;
    this.perMinute = perMinute;
  }

  /** Counts a call, or says after how many seconds there is room for it. */
  synchronized Optional<Integer> take(String kind, Instant now) {
    Deque<Instant> minute = calls.computeIfAbsent(kind, any -> new ArrayDeque<>());
    while (!minute.isEmpty() && !minute.peekFirst().plus(MINUTE).isAfter(now)) {
      minute.removeFirst();
    }
    if (minute.size() >= perMinute) {
      return Optional.of(seconds(Duration.between(now, minute.peekFirst().plus(MINUTE))));
    }
    Instant aSecondAgo = now.minus(SECOND);
    long second = minute.stream().filter(at -> at.isAfter(aSecondAgo)).count();
    if (second >= perSecond) {
      return Optional.of(1);
    }
    minute.addLast(now);
    return Optional.empty();
  }

  synchronized void clear() {
    calls.clear();
  }

  static int seconds(Duration wait) {
    return (int) Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
