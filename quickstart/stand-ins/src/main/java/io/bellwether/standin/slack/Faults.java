package io.bellwether.standin.slack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The stand-in's misbehaviours, all off at first. Those asked for by count come before those asked
 * for until cleared, and those before the random ones. Safe for use from several threads.
 */
public final class Faults {
  /** Stands for every method. */
  public static final String ANY_METHOD = "*";

  private record Planned(String method, Fault fault) {
    boolean concerns(String called) {
      return method.equals(ANY_METHOD) || method.equals(called);
    }
  }

  private record Dice<T>(Random random, double share, List<T> faults) {
    Optional<T> roll() {
      boolean hit = random.nextDouble() < share;
      int which = random.nextInt(faults.size());
      return hit ? Optional.of(faults.get(which)) : Optional.empty();
    }
  }

  private final List<Planned> counted = new ArrayList<>();
  private final List<Planned> standing = new ArrayList<>();
  private final List<EnvelopeFault> envelopes = new ArrayList<>();
  private Dice<Fault> calls;
  private Dice<EnvelopeFault> deliveries;
  private int withoutHello;
  private boolean smallRegime;

  /** The next {@code times} calls of this method go wrong; {@link #ANY_METHOD} means any. */
  public synchronized Faults next(int times, String method, Fault fault) {
    for (int each = 0; each < times; each++) {
      counted.add(new Planned(method, fault));
    }
    return this;
  }

  /** What {@link #next} has asked for and no call has met yet is off. */
  public synchronized void forget(String method, Fault fault) {
    counted.removeIf(new Planned(method, fault)::equals);
  }

  /** Every call of this method goes wrong until {@link #clear()}. */
  public synchronized Faults always(String method, Fault fault) {
    standing.add(new Planned(method, fault));
    return this;
  }

  /** This share of all calls goes wrong in one of these ways, by the seed. */
  public synchronized Faults seeded(long seed, double share, List<Fault> faults) {
    calls = new Dice<>(new Random(seed), share, List.copyOf(faults));
    return this;
  }

  /** The next envelopes go wrong, one for each fault, in this order. */
  public synchronized Faults nextEnvelopes(EnvelopeFault... faults) {
    envelopes.addAll(List.of(faults));
    return this;
  }

  /** What {@link #nextEnvelopes} has asked for and no envelope has met yet is off. */
  public synchronized void forgetEnvelopes(EnvelopeFault fault) {
    envelopes.removeIf(fault::equals);
  }

  /** This share of all first deliveries goes wrong in one of these ways, by the seed. */
  public synchronized Faults seededEnvelopes(long seed, double share, List<EnvelopeFault> faults) {
    deliveries = new Dice<>(new Random(seed), share, List.copyOf(faults));
    return this;
  }

  /** The next socket connections get no hello. */
  public synchronized Faults nextConnectionsWithoutHello(int times) {
    withoutHello = times;
    return this;
  }

  /**
   * History and replies as for commercial apps outside the Marketplace: 15 messages a page, one
   * request a minute, whether or not the other rate limits are enforced.
   */
  public synchronized Faults smallRegime(boolean on) {
    smallRegime = on;
    return this;
  }

  /** Good behaviour from now on. */
  public synchronized void clear() {
    counted.clear();
    standing.clear();
    envelopes.clear();
    calls = null;
    deliveries = null;
    withoutHello = 0;
    smallRegime = false;
  }

  /** What is to go wrong with this call; uses up a counted fault. */
  public synchronized Optional<Fault> forCall(String method) {
    for (Iterator<Planned> each = counted.iterator(); each.hasNext(); ) {
      Planned planned = each.next();
      if (planned.concerns(method)) {
        each.remove();
        return Optional.of(planned.fault());
      }
    }
    for (Planned planned : standing) {
      if (planned.concerns(method)) {
        return Optional.of(planned.fault());
      }
    }
    return calls == null ? Optional.empty() : calls.roll();
  }

  /** What is to go wrong with this delivery; uses up a counted fault. */
  public synchronized Optional<EnvelopeFault> forEnvelope() {
    if (!envelopes.isEmpty()) {
      return Optional.of(envelopes.remove(0));
    }
    return deliveries == null ? Optional.empty() : deliveries.roll();
  }

  /** Whether a new connection gets its hello; uses up a counted fault. */
  public synchronized boolean hello() {
    if (withoutHello > 0) {
      withoutHello--;
      return false;
    }
    return true;
  }

  /** Whether the small regime holds. */
  public synchronized boolean smallRegime() {
    return smallRegime;
  }
}
