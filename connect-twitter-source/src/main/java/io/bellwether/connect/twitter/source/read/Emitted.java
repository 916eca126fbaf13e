package io.bellwether.connect.twitter.source.read;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events that a task has emitted lately. Several queries may find the same post; each moves its
 * own position, but only the first makes a record of it. A position is stored after the records
 * before it, so a post that is left out here has been written, or is read again by whoever was
 * first.
 */
final class Emitted {
  private static final int MOST = 100_000;

  private final Map<String, Boolean> events =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this event has not been emitted; from now on it has. */
  boolean add(String eventId) {
    return events.put(eventId, true) == null;
  }
}
