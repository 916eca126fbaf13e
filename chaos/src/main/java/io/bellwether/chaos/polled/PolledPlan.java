package io.bellwether.chaos.polled;

import io.bellwether.chaos.lab.Kill;
import java.time.Duration;
import java.util.List;

/**
 * What a run of a polling source is to be.
 *
 * @param seed decides what goes wrong and when the worker dies
 * @param length over which things appear; zero for a run that nothing in is timed
 * @param share of calls that go wrong
 */
public record PolledPlan(long seed, Duration length, int kills, double share) {
  /** Kills so that all of them fall while records still come. */
  List<Kill> deaths(int records) {
    int each = records * 9 / 10 / Math.max(1, kills);
    return Kill.seeded(seed, kills, Math.max(1, each / 2), Math.max(1, each));
  }
}
