package io.bellwether.standin.slack.schedule;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.EnvelopeFault;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.SlackStandIn;

/** One thing that a stand-in can do wrong. A value: the same can be done again. */
public sealed interface Misbehaviour {
  /**
   * Does it, or sees to it that it happens at the next occasion.
   *
   * @param app whose sockets suffer, where sockets do
   */
  void befall(SlackStandIn slack, App app);

  /** Is over, also where there was no occasion. */
  default void pass(SlackStandIn slack) {}

  /** The next calls of a method go wrong. */
  record Calls(int times, String method, Fault fault) implements Misbehaviour {
    @Override
    public void befall(SlackStandIn slack, App app) {
      slack.faults().next(times, method, fault);
    }

    @Override
    public void pass(SlackStandIn slack) {
      slack.faults().forget(method, fault);
    }

    @Override
    public String toString() {
      String after = fault.time().isZero() ? "" : " " + fault.time().toMillis() + " ms";
      String what =
          switch (fault.kind()) {
            case RATE_LIMITED -> "429 with Retry-After" + after;
            case STATUS -> "HTTP " + fault.status();
            case ERROR -> fault.error();
            case SILENCE -> "no answer for" + after;
            case TRUNCATED -> "half an answer";
            case RESET -> "connection reset";
          };
      return times + " x " + method + ": " + what + (fault.carriedOut() ? ", yet done" : "");
    }
  }

  /** The next envelopes go wrong. */
  record Envelopes(int times, EnvelopeFault fault) implements Misbehaviour {
    @Override
    public void befall(SlackStandIn slack, App app) {
      for (int each = 0; each < times; each++) {
        slack.faults().nextEnvelopes(fault);
      }
    }

    @Override
    public void pass(SlackStandIn slack) {
      slack.faults().forgetEnvelopes(fault);
    }

    @Override
    public String toString() {
      return times + " x envelope: " + fault;
    }
  }

  /** All connections of the app go wrong now. */
  record Connections(Ending ending) implements Misbehaviour {
    /** How. */
    public enum Ending {
      /** Gone without a close frame. */
      DROPPED,
      /** Open and dead. */
      HALF_OPEN,
      /** Told to connect anew. */
      REFRESHED
    }

    @Override
    public void befall(SlackStandIn slack, App app) {
      switch (ending) {
        case DROPPED -> slack.sockets().drop(app);
        case HALF_OPEN -> slack.sockets().halfOpen(app);
        case REFRESHED -> slack.sockets().disconnect(app, "refresh_requested");
      }
    }

    @Override
    public String toString() {
      return "all connections " + ending;
    }
  }

  /** The next connections are opened and never greeted. */
  record NoHello(int times) implements Misbehaviour {
    @Override
    public void befall(SlackStandIn slack, App app) {
      slack.faults().nextConnectionsWithoutHello(times);
    }

    @Override
    public String toString() {
      return times + " x connection without hello";
    }
  }
}
