package io.bellwether.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told. */
public final class TickableClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(1_700_000_000));

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves it. */
  public void move(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }
}
