package io.bellwether.connect.nomics.source.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A schedule reads simulated markets on a manual clock, one request in each of its slots. */
final class Simulation {
  private final SimulatedMarkets server;
  private final MarketSchedule<Integer> schedule;
  private final double perSecond;
  private final Instant[] lastRead;
  private long slots;

  /** The longest time that any market was not read. */
  Duration stalest = Duration.ZERO;

  Simulation(SimulatedMarkets server, Pace pace) {
    this.server = server;
    this.perSecond = pace.requestsPerSecond();
    this.schedule = new MarketSchedule<>(pace, server.markets());
    this.lastRead = new Instant[server.markets()];
    Arrays.fill(lastRead, SimulatedMarkets.START);
    for (int market = 0; market < server.markets(); market++) {
      schedule.add(market, 0, SimulatedMarkets.START, SimulatedMarkets.START);
    }
  }

  Instant now() {
    return SimulatedMarkets.at(slots / perSecond);
  }

  void runUntil(Instant end) {
    while (now().isBefore(end)) {
      turn();
    }
    for (Instant last : lastRead) {
      age(last, end);
    }
  }

  void turn() {
    Instant now = now();
    Optional<Integer> next = schedule.next(now);
    if (next.isPresent()) {
      int market = next.get();
      age(lastRead[market], now);
      lastRead[market] = now;
      schedule.read(market, server.read(market, now), now);
    }
    slots++;
  }

  private void age(Instant last, Instant now) {
    Duration age = Duration.between(last, now);
    stalest = age.compareTo(stalest) > 0 ? age : stalest;
  }
}
