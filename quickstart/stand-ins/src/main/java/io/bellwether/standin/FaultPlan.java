package io.bellwether.standin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Which calls are to go wrong, and how. Faults asked for by count come before those asked for until
 * cleared, and those before the random ones. Safe for use from several threads.
 *
 * @param <F> a way to go wrong
 */
public final class FaultPlan<F> {
  /** Stands for every call. */
  public static final String ANY_CALL = "*";

  private record Planned<F>(String call, F fault) {
    boolean concerns(String called) {
      return call.equals(ANY_CALL) || call.equals(called);
    }
  }

  private record Dice<F>(Random random, double share, List<F> faults) {
    Optional<F> roll() {
      boolean hit = random.nextDouble() < share;
      int which = random.nextInt(faults.size());
      return hit ? Optional.of(faults.get(which)) : Optional.empty();
    }
  }

  private final List<Planned<F>> counted = new ArrayList<>();
  private final List<Planned<F>> standing = new ArrayList<>();
  private Dice<F> dice;

  /** The next {@code times} calls of this name go wrong. */
  public synchronized void next(int times, String call, F fault) {
    for (int each = 0; each < times; each++) {
      counted.add(new Planned<>(call, fault));
    }
  }

  /** What {@link #next} has asked for and no call has met yet is off. */
  public synchronized void forget(String call, F fault) {
    counted.removeIf(new Planned<>(call, fault)::equals);
  }

  /** Every call of this name goes wrong until {@link #clear()}. */
  public synchronized void always(String call, F fault) {
    standing.add(new Planned<>(call, fault));
  }

  /** This share of all calls goes wrong in one of these ways, by the seed. */
  public synchronized void seeded(long seed, double share, List<F> faults) {
    dice = new Dice<>(new Random(seed), share, List.copyOf(faults));
  }

  /** Good behaviour from now on. */
  public synchronized void clear() {
    counted.clear();
    standing.clear();
    dice = null;
  }

  /** What is to go wrong with this call; uses up a counted fault. */
  public synchronized Optional<F> forCall(String call) {
    for (Iterator<Planned<F>> each = counted.iterator(); each.hasNext(); ) {
      Planned<F> planned = each.next();
      if (planned.concerns(call)) {
        each.remove();
        return Optional.of(planned.fault());
      }
    }
    for (Planned<F> planned : standing) {
      if (planned.concerns(call)) {
        return Optional.of(planned.fault());
      }
    }
    return dice == null ? Optional.empty() : dice.roll();
  }
}
