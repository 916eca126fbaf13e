package io.bellwether.quickstart.trips;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** The bikes: each is ridden by one person at a time, or stands in a workshop. */
final class Fleet {
  private static final int FIRST_NUMBER = 7_001;
  private static final int BIKES = 160;
  private static final int TRIES = 1_000;

  private final Instant[] busyUntil = new Instant[BIKES];
  private final Random random;

  Fleet(Random random) {
    this.random = random;
    Arrays.fill(busyUntil, Instant.MIN);
  }

  /** A bike that is free from one moment, and is not until the other. */
  int take(Instant from, Instant until) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int bike = random.nextInt(BIKES);
      if (!busyUntil[bike].isAfter(from)) {
        busyUntil[bike] = until;
        return FIRST_NUMBER + bike;
      }
    }
    throw new IllegalStateException("More trips than bikes at " + from);
  }
}
