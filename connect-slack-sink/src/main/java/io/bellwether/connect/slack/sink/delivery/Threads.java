package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The threads of one channel by their names, each with the identity of its first message. */
final class Threads {
  private static final int REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Duration window;
  private final Map<String, String> parents =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param window a thread whose first message is older is over
   */
  Threads(InstantSource clock, Duration window) {
    this.clock = clock;
    this.window = window;
  }

  /** Since when first messages are of use. */
  Instant since() {
    return clock.instant().minus(window);
  }

  /** What an alert replies to; empty if it has no thread, or is the first one of it. */
  Optional<String> parent(Alert alert) {
    return alert
        .thread()
        .flatMap(name -> Optional.ofNullable(parents.get(name)))
        .filter(ts -> !SlackTs.instant(ts).isBefore(since()));
  }

  void found(Map<String, String> threads) {
    parents.putAll(threads);
  }

  /** These were posted; as the first message of their thread if it had none. */
  void posted(List<Alert> alerts, String ts) {
    Alert first = alerts.get(0);
    if (first.thread().isPresent() && SlackTs.isValid(ts) && parent(first).isEmpty()) {
      parents.put(first.thread().get(), ts);
    }
  }

  void gone(Alert alert) {
    alert.thread().ifPresent(parents::remove);
  }
}
