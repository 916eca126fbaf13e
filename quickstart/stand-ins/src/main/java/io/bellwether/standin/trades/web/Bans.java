package io.bellwether.standin.trades.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Bans of those who go on calling while they are refused, each longer than the one before. */
final class Bans {
  private final int patience;
  private final Duration first;
  private final Duration longest;
  private final Map<String, Integer> offences = new HashMap<>();
  private final Map<String, Duration> next = new HashMap<>();

  /** {@code patience} is how many calls too soon are let pass. */
  Bans(int patience, Duration first, Duration longest) {
    this.patience = patience;
    this.first = first;
    this.longest = longest;
  }

  /** Nobody is ever banned. */
  static Bans none() {
    return new Bans(Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO);
  }

  Refusal offence(Refusal standing, String key, Instant now) {
    if (standing.banned() || offences.merge(key, 1, Integer::sum) <= patience) {
      return standing;
    }
    offences.remove(key);
    Duration ban = next.getOrDefault(key, first);
    Duration twice = ban.multipliedBy(2);
    next.put(key, twice.compareTo(longest) > 0 ? longest : twice);
    return new Refusal(now.plus(ban), true);
  }

  void clear() {
    offences.clear();
    next.clear();
  }
}
