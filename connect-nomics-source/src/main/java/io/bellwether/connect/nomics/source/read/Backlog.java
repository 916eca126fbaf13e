package io.bellwether.connect.nomics.source.read;

import java.util.HashSet;
import java.util.Set;

/** Which markets are known to have more, and which are set aside. */
final class Backlog {
  private final Set<MarketReader> behind = new HashSet<>();
  private final Set<MarketReader> aside = new HashSet<>();

  /**
   * A market was read.
   *
   * @return whether no market is known to have more
   */
  boolean isCaughtUp(MarketReader reader, boolean more) {
    if (more) {
      behind.add(reader);
    } else {
      behind.remove(reader);
    }
    return behind.isEmpty();
  }

  /** How many markets are set aside, after one of them was looked at. */
  int aside(MarketReader reader) {
    if (reader.isAside()) {
      aside.add(reader);
    } else {
      aside.remove(reader);
    }
    return aside.size();
  }
}
