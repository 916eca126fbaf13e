package io.bellwether.standin.slack.schedule;

import io.bellwether.standin.slack.EnvelopeFault;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Faults;
import io.bellwether.standin.slack.schedule.Misbehaviour.Calls;
import io.bellwether.standin.slack.schedule.Misbehaviour.Connections;
import io.bellwether.standin.slack.schedule.Misbehaviour.Envelopes;
import io.bellwether.standin.slack.schedule.Misbehaviour.NoHello;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * The kinds of misbehaviour that a schedule deals out. How often and for how long is drawn anew
 * each time; every kind comes before any comes again.
 */
public final class Deck {
  /** Long enough for a client with a time-out of two seconds, short enough to go on. */
  private static final int LONGEST_SILENCE_MS = 4_000;

  private static final int LONGEST_RETRY_AFTER_S = 5;

  private final List<Function<Random, Misbehaviour>> kinds = new ArrayList<>();

  /** What befalls any call; {@code methods} are those of which one is chosen. */
  public Deck calls(String... methods) {
    with(methods, random -> Fault.rateLimited(retryAfter(random)));
    with(methods, random -> Fault.serverError(500));
    with(methods, random -> Fault.serverError(503));
    with(methods, random -> Fault.apiError("internal_error"));
    with(methods, random -> Fault.connectionReset());
    with(methods, random -> Fault.truncatedBody());
    with(methods, random -> Fault.timeout(silence(random)));
    return this;
  }

  /** What leaves open whether a call was carried out, though it was. */
  public Deck doneButNotSaid(String... methods) {
    with(methods, random -> Fault.postedButReset());
    with(methods, random -> Fault.postedButServerError());
    with(methods, random -> Fault.postedButInternalError());
    with(methods, random -> Fault.postedButTimeout(silence(random)));
    with(methods, random -> Fault.truncatedBody());
    return this;
  }

  /** What befalls Socket Mode: its envelopes, its connections, its greetings. */
  public Deck sockets() {
    for (EnvelopeFault fault : EnvelopeFault.values()) {
      kinds.add(random -> new Envelopes(1 + random.nextInt(3), fault));
    }
    for (Connections.Ending ending : Connections.Ending.values()) {
      kinds.add(random -> new Connections(ending));
    }
    kinds.add(random -> new NoHello(1));
    return this;
  }

  /** Has this share of all calls and envelopes go wrong, in any of the deck's ways that fit. */
  public void scatter(Faults faults, long seed, double share) {
    Random random = new Random(seed);
    List<Fault> calls = new ArrayList<>();
    List<EnvelopeFault> envelopes = new ArrayList<>();
    for (Function<Random, Misbehaviour> kind : kinds) {
      Misbehaviour dealt = kind.apply(random);
      if (dealt instanceof Calls wrong) {
        calls.add(wrong.fault());
      } else if (dealt instanceof Envelopes wrong) {
        envelopes.add(wrong.fault());
      }
    }
    faults.seeded(seed, share, calls);
    if (!envelopes.isEmpty()) {
      faults.seededEnvelopes(seed, share, envelopes);
    }
  }

  private void with(String[] methods, Function<Random, Fault> fault) {
    List<String> choice = List.of(methods);
    kinds.add(
        random -> {
          String method = choice.get(random.nextInt(choice.size()));
          return new Calls(1 + random.nextInt(2), method, fault.apply(random));
        });
  }

  private static Duration retryAfter(Random random) {
    return Duration.ofSeconds(1 + random.nextInt(LONGEST_RETRY_AFTER_S));
  }

  private static Duration silence(Random random) {
    return Duration.ofMillis(1_000 + random.nextInt(LONGEST_SILENCE_MS - 1_000));
  }

  List<Function<Random, Misbehaviour>> kinds() {
    return List.copyOf(kinds);
  }
}
