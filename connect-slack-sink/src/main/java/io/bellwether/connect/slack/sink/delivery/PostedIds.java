package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was posted where, as far as memory goes. Not thread-safe. */
final class PostedIds {
  private final Map<Key, Boolean> newest;

  PostedIds(int capacity) {
    newest =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  private record Key(String channel, String eventId) {
    static Key of(Alert alert) {
      return new Key(alert.channel(), alert.eventId());
    }
  }

  boolean contains(Alert alert) {
    return newest.containsKey(Key.of(alert));
  }

  void add(Alert alert) {
    newest.put(Key.of(alert), true);
  }
}
