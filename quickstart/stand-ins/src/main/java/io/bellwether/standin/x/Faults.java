package io.bellwether.standin.x;

import io.bellwether.standin.FaultPlan;
import java.util.List;
import java.util.Optional;

/** The stand-in's misbehaviours, all off at first. Safe for use from several threads. */
public final class Faults {
  /** Stands for every call. */
  public static final String ANY_CALL = FaultPlan.ANY_CALL;

  public static final String SEARCH = "GET /2/tweets/search/recent";
  public static final String STREAM = "GET /2/tweets/search/stream";
  public static final String RULES = "GET /2/tweets/search/stream/rules";
  public static final String CHANGE_RULES = "POST /2/tweets/search/stream/rules";
  public static final String TOKEN = "POST /oauth2/token";

  private final FaultPlan<Fault> calls = new FaultPlan<>();

  /** The next {@code times} calls of this name go wrong. */
  public Faults next(int times, String name, Fault fault) {
    calls.next(times, name, fault);
    return this;
  }

  /** What {@link #next} has asked for and no call has met yet is off. */
  public void forget(String name, Fault fault) {
    calls.forget(name, fault);
  }

  /** Every call of this name goes wrong until {@link #clear()}. */
  public Faults always(String name, Fault fault) {
    calls.always(name, fault);
    return this;
  }

  /** This share of all calls goes wrong in one of these ways, by the seed. */
  public Faults seeded(long seed, double share, List<Fault> faults) {
    calls.seeded(seed, share, faults);
    return this;
  }

  /** Good behaviour from now on. */
  public void clear() {
    calls.clear();
  }

  /** What is to go wrong with this call; uses up a counted fault. */
  public Optional<Fault> forCall(String name) {
    return calls.forCall(name);
  }
}
