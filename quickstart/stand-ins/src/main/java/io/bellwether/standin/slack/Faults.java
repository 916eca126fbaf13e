package io.bellwether.standin.slack;

import io.bellwether.standin.FaultPlan;
import java.util.List;
import java.util.Optional;

/**
 * The stand-in's misbehaviours, all off at first. Those asked for by count come before those asked
 * for until cleared, and those before the random ones. Safe for use from several threads.
 */
public final class Faults {
  /** Stands for every method. */
  public static final String ANY_METHOD = FaultPlan.ANY_CALL;

  private static final String DELIVERY = "delivery";

  private final FaultPlan<Fault> calls = new FaultPlan<>();
  private final FaultPlan<EnvelopeFault> deliveries = new FaultPlan<>();
  private int withoutHello;
  private boolean smallRegime;

  /** The next {@code times} calls of this method go wrong; {@link #ANY_METHOD} means any. */
  public Faults next(int times, String method, Fault fault) {
    calls.next(times, method, fault);
    return this;
  }

  /** What {@link #next} has asked for and no call has met yet is off. */
  public void forget(String method, Fault fault) {
    calls.forget(method, fault);
  }

  /** Every call of this method goes wrong until {@link #clear()}. */
  public Faults always(String method, Fault fault) {
    calls.always(method, fault);
    return this;
  }

  /** This share of all calls goes wrong in one of these ways, by the seed. */
  public Faults seeded(long seed, double share, List<Fault> faults) {
    calls.seeded(seed, share, faults);
    return this;
  }

  /** The next envelopes go wrong, one for each fault, in this order. */
  public Faults nextEnvelopes(EnvelopeFault... faults) {
    for (EnvelopeFault fault : faults) {
      deliveries.next(1, DELIVERY, fault);
    }
    return this;
  }

  /** What {@link #nextEnvelopes} has asked for and no envelope has met yet is off. */
  public void forgetEnvelopes(EnvelopeFault fault) {
    deliveries.forget(DELIVERY, fault);
  }

  /** This share of all first deliveries goes wrong in one of these ways, by the seed. */
  public Faults seededEnvelopes(long seed, double share, List<EnvelopeFault> faults) {
    deliveries.seeded(seed, share, faults);
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
    calls.clear();
    deliveries.clear();
    withoutHello = 0;
    smallRegime = false;
  }

  /** What is to go wrong with this call; uses up a counted fault. */
  public Optional<Fault> forCall(String method) {
    return calls.forCall(method);
  }

  /** What is to go wrong with this delivery; uses up a counted fault. */
  public Optional<EnvelopeFault> forEnvelope() {
    return deliveries.forCall(DELIVERY);
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
