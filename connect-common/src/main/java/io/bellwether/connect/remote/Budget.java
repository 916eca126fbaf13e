package io.bellwether.connect.remote;

import java.time.Duration;

/**
 * How often a service may be asked. A budget never waits; it says how long to wait, so that the
 * caller can do so in the one interruptible place ({@link PollLoop}).
 */
public interface Budget {
  /** How long until a call is allowed; zero when one is. */
  Duration untilFree();

  /** Takes the permit of one call, if one is free. */
  boolean tryTake();

  /** The service asked to be left alone for so long; a shorter later wish does not undo it. */
  void pauseFor(Duration duration);
}
