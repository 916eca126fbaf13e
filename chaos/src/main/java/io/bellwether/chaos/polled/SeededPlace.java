package io.bellwether.chaos.polled;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A place where things appear step by step, as many at a time as a seed has it. */
abstract class SeededPlace implements PolledPlace {
  /** The most that a step brings. */
  private static final int BURST = 19;

  private final List<String> expected = new ArrayList<>();
  private final Random random;
  private final int steps;
  private int taken;

  /**
   * @param steps each brings ten things on average
   */
  SeededPlace(int steps, long seed) {
    this.steps = steps;
    this.random = new Random(seed);
  }

  /** Has as many things appear as it is told, and tells their event ids by {@link #expect}. */
  abstract void appear(int things);

  /** A burst, as one step brings it. */
  final void appear() {
    appear(1 + random.nextInt(BURST));
  }

  final void expect(String eventId) {
    expected.add(eventId);
  }

  final Random random() {
    return random;
  }

  @Override
  public final int all() {
    return steps;
  }

  @Override
  public final int taken() {
    return taken;
  }

  @Override
  public final int recordsEach() {
    return BURST / 2 + 1;
  }

  @Override
  public final void next() {
    taken++;
    appear();
  }

  @Override
  public final List<String> expected() {
    return List.copyOf(expected);
  }
}
