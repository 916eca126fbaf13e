package io.bellwether.chaos.source;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run of the source is to be.
 *
 * @param seed decides who says what where, what goes wrong, and when the worker dies
 * @param length how long Slack misbehaves; zero for a run that nothing in is timed
 * @param messages how many things are said
 * @param workers on how many workers; with more than one, a killed one stays dead
 */
public record SourcePlan(
    long seed, Duration length, int kills, int messages, Mode mode, int workers) {
  /** How the connector reads. */
  public enum Mode {
    SOCKET,
    HISTORY;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One worker, one task. */
  public static SourcePlan alone(long seed, Duration length, int kills, int messages, Mode mode) {
    return new SourcePlan(seed, length, kills, messages, mode, 1);
  }

  /** Two workers, three tasks, of which one worker is killed. */
  public static SourcePlan inPair(long seed, Duration length, int messages) {
    return new SourcePlan(seed, length, 1, messages, Mode.HISTORY, 2);
  }

  boolean isTimed() {
    return !length.isZero();
  }
}
