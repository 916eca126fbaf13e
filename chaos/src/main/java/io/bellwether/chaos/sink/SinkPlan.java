package io.bellwether.chaos.sink;

import java.time.Duration;

/**
 * What a run of the sink is to be.
 *
 * @param seed decides which alert goes where, what goes wrong, and when the worker dies
 * @param length how long Slack misbehaves; zero for a run that nothing in is timed
 * @param alerts how many different ones
 * @param repeats how many of them come a second time, at a new offset
 * @param burst whether all come at once; else in a wave for each kill and one more
 */
public record SinkPlan(
    long seed, Duration length, int kills, int alerts, int repeats, boolean burst) {
  /** A wave fills a few digests: so many alerts there are at least to a message that is full. */
  private static final int ALERTS_TO_A_POST = 40;

  private static final int ALWAYS_POSTED = 3;

  int waves() {
    return burst ? 1 : kills + 1;
  }

  /** The most messages that a kill may wait for: no more than surely come. */
  int mostPostsToAKill() {
    return Math.max(ALWAYS_POSTED, alerts / (kills + 1) / ALERTS_TO_A_POST);
  }
}
