package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was posted where and when, as far as memory goes. Not thread-safe. */
final class PostedIds {
  private final Map<Key, Instant> newest;

  PostedIds(int capacity) {
    newest =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > capacity;
          }
        };
  }

  private record Key(String channel, String eventId) {}

  /**
   * Whether it was posted; a post that is older than the alert can be was another's: the place of a
   * record, which stands for a missing event id, comes again when its topic is created anew.
   */
  boolean contains(Alert alert) {
    Instant at = newest.get(new Key(alert.channel(), alert.eventId()));
    return at != null && !at.isBefore(alert.earliestPost().minus(Knowledge.CLOCKS));
  }

  void add(String channel, String eventId, Instant at) {
    newest.merge(
        new Key(channel, eventId), at, (known, found) -> found.isAfter(known) ? found : known);
  }
}
