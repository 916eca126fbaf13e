package io.bellwether.standin.trades.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** So much weight in each window of the clock. Whoever does not heed a refusal may get banned. */
final class WindowLimit extends RateLimit {
  private record Used(long window, int weight) {}

  private final Duration window;
  private final int most;
  private final Duration pause;
  private final Bans bans;
  private final Map<String, Used> used = new HashMap<>();

  /**
   * @param pause how long all calls are refused once one was; null for the rest of the window
   */
  WindowLimit(boolean enforced, Duration window, int most, Duration pause, Bans bans) {
    super(enforced);
    this.window = window;
    this.most = most;
    this.pause = pause;
    this.bans = bans;
  }

  @Override
  Optional<Refusal> count(String key, int weight, Instant now) {
    long number = now.toEpochMilli() / window.toMillis();
    int before = used(key, now);
    used.put(key, new Used(number, before + weight));
    if (before + weight <= most) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochMilli((number + 1) * window.toMillis());
    return Optional.of(new Refusal(pause == null ? end : now.plus(pause), false));
  }

  /** What the key has used in this window. */
  synchronized int used(String key, Instant now) {
    Used last = used.get(key);
    boolean current = last != null && last.window() == now.toEpochMilli() / window.toMillis();
    return current ? last.weight() : 0;
  }

  @Override
  Refusal whileClosed(Refusal standing, String key, Instant now) {
    return bans.offence(standing, key, now);
  }

  @Override
  synchronized void clear() {
    super.clear();
    used.clear();
    bans.clear();
  }
}
