package io.bellwether.quickstart.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells accidents from a service that cannot live. */
final class Deaths {
  /** So many within the span are no accident. */
  private static final int MOST = 4;

  private static final Duration SPAN = Duration.ofMinutes(2);

  private final Deque<Long> moments = new ArrayDeque<>();

  /**
   * One more.
   *
   * @param story how it ended
   * @throws LaunchException with the story if there were too many of late
   */
  void count(String story) {
    long now = System.nanoTime();
    moments.addLast(now);
    moments.removeIf(then -> now - then > SPAN.toNanos());
    if (moments.size() >= MOST) {
      throw new LaunchException(
          story + "\nThat was the " + MOST + "th time within " + SPAN.toMinutes() + " minutes.");
    }
  }
}
