package io.bellwether.benchmarks.load;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The time of day, in microseconds since 1970 UTC, as it was when this clock was made plus what has
 * passed since: it never jumps, so that the difference of two of its times is a duration.
 */
public final class SteadyClock implements InstantSource {
  private final long nanos = System.nanoTime();
  private final long begin = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());

  public long micros() {
    return begin + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos);
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus(micros(), ChronoUnit.MICROS);
  }
}
