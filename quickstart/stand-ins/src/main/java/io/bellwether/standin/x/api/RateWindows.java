package io.bellwether.standin.x.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Requests in windows of 15 minutes that begin with the first one. Safe for use from several
 * threads.
 */
final class RateWindows {
  private static final Duration LENGTH = Duration.ofMinutes(15);

  private static final class Window {
    private final Instant end;
    private int used;

    Window(Instant end) {
      this.end = end;
    }
  }

  /**
   * A window as a caller is told of it.
   *
   * @param limit requests in a window
   * @param remaining of these
   * @param reset when the window ends, in seconds since 1970
   * @param exceeded whether this request was one too many
   */
  record Seen(int limit, int remaining, long reset, boolean exceeded) {}

  private final boolean enforced;
  private final Map<String, Window> windows = new HashMap<>();

  RateWindows(boolean enforced) {
    this.enforced = enforced;
  }

  /** Counts a request. */
  synchronized Seen take(String key, int limit, Instant now) {
    Window window = current(key, now);
    if (window.used >= limit) {
      return new Seen(limit, 0, window.end.getEpochSecond(), true);
    }
    if (enforced) {
      window.used++;
    }
    return new Seen(limit, limit - window.used, window.end.getEpochSecond(), false);
  }

  /** The window is used up, whatever has been counted. */
  synchronized void exhaust(String key, Instant now) {
    current(key, now).used = Integer.MAX_VALUE;
  }

  synchronized void clear() {
    windows.clear();
  }

  private Window current(String key, Instant now) {
    Window window = windows.get(key);
    if (window == null || !window.end.isAfter(now)) {
      window = new Window(Instant.ofEpochSecond(now.plus(LENGTH).getEpochSecond()));
      windows.put(key, window);
    }
    return window;
  }
}
