package io.bellwether.chaos.pair;

import io.bellwether.chaos.polled.XPlace;
import io.bellwether.chaos.sink.SinkPlan;
import io.bellwether.standin.slack.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a run of all connectors on two workers is to be.
 *
 * @param seed decides what happens, what goes wrong and when who dies
 * @param length over which things happen; at least a minute
 * @param every in each such span one worker is killed
 */
public record PairPlan(long seed, Duration length, Duration every) {
  private static final int WORKERS = 2;

  /** A kill keeps this share of its span's length away from the span's ends. */
  private static final double AWAY = 0.25;

  /** X lets an app ask 450 times in a quarter of an hour. */
  private static final Duration LONG = Duration.ofMinutes(5);

  public PairPlan {
    if (length.toMinutes() < 1 || every.compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "It takes at least a minute, and a kill in that: choose more minutes, or more kills");
    }
  }

  /**
   * A worker's death.
   *
   * @param at since the begin
   * @param victim 0 or 1
   */
  record Death(Duration at, int victim) {}

  /** The workers take turns; a seed decides who begins, and when in its span each dies. */
  List<Death> deaths() {
    Random random = new Random(seed);
    int first = random.nextInt(WORKERS);
    List<Death> deaths = new ArrayList<>();
    for (int span = 0; span < length.dividedBy(every); span++) {
      double part = span + AWAY + random.nextDouble() * (1 - 2 * AWAY);
      deaths.add(
          new Death(Duration.ofMillis((long) (every.toMillis() * part)), (first + span) % WORKERS));
    }
    return deaths;
  }

  private int minutes() {
    return Math.toIntExact(length.toMinutes());
  }

  /** Changes of what was said are left to runs of the source alone. */
  Script script() {
    int n = minutes();
    return new Script(3, 30 * n, 4 * n, 12 * n, 0, 0, 3 * n, 2 * n, n, seed);
  }

  XPlace.Setting posts() {
    return new XPlace.Setting(16 * minutes(), 20, false);
  }

  String postsInterval() {
    return length.compareTo(LONG) > 0 ? "10000" : "5000";
  }

  int bursts() {
    return 24 * minutes();
  }

  SinkPlan alerts() {
    return new SinkPlan(seed, length, 0, 120 * minutes(), 12 * minutes(), false);
  }

  int waves() {
    return 40 * minutes();
  }
}
