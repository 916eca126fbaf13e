package io.bellwether.quickstart.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest score of each message, of the most recent messages. Safe for several threads. */
final class ScoreBook {
  private final Map<String, Score> scores;

  /**
   * A book that forgets the oldest.
   *
   * @param capacity how many messages it remembers
   */
  ScoreBook(int capacity) {
    this.scores =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Score> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Enters a score; false if it is that of an older version, or known already. */
  synchronized boolean enter(Score score) {
    Score known = scores.get(key(score.channelId(), score.ts()));
    if (score.equals(known) || (known != null && known.version() > score.version())) {
      return false;
    }
    scores.put(key(score.channelId(), score.ts()), score);
    return true;
  }

  synchronized Optional<Score> find(String channelId, String ts) {
    return Optional.ofNullable(scores.get(key(channelId, ts)));
  }

  private static String key(String channelId, String ts) {
    return channelId + ":" + ts;
  }
}
