package io.bellwether.standin.slack.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * What goes wrong when, for a stretch of time. The same seed gives the same schedule.
 *
 * @param length after which the stand-in behaves well again
 * @param faults by time
 */
public record FaultSchedule(Duration length, List<TimedFault> faults) {
  public FaultSchedule {
    faults = List.copyOf(faults);
  }

  /**
   * Deals out a deck, again and again in another order.
   *
   * @param every how long between two faults on average
   */
  public static FaultSchedule seeded(long seed, Duration length, Duration every, Deck deck) {
    Random random = new Random(seed);
    List<TimedFault> faults = new ArrayList<>();
    List<Function<Random, Misbehaviour>> hand = new ArrayList<>();
    Duration at = gap(random, every);
    while (at.compareTo(length) < 0) {
      if (hand.isEmpty()) {
        hand.addAll(deck.kinds());
        Collections.shuffle(hand, random);
      }
      faults.add(new TimedFault(at, hand.remove(0).apply(random)));
      at = at.plus(gap(random, every));
    }
    return new FaultSchedule(length, faults);
  }

  /** Between nothing and twice the average. */
  private static Duration gap(Random random, Duration every) {
    return Duration.ofMillis((long) (2 * every.toMillis() * random.nextDouble()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    faults.forEach(fault -> text.append("  ").append(fault).append('\n'));
    return text.append("  +").append(length.toSeconds()).append(" s  good behaviour").toString();
  }
}
