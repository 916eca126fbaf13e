package io.bellwether.connect.nomics.source.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 2,400 markets of which nothing is known at first, under two budgets: how much of what a reader
 * could have brought that knows every trade ahead. What that means is written down in
 * docs/decisions/0081-choosing-markets.md.
 */
class CapacityTest {
  private static final int MARKETS = 2_400;
  private static final int PAGE = 1_000;

  @ParameterizedTest(name = "{0} min, {1} requests/s, bound {2} min, {3} trades/s")
  @CsvSource({"120, 1, 60, 400", "120, 1, 60, 800", "30, 10, 6, 4000", "30, 10, 6, 8000"})
  void mostOfWhatCouldBeReadIsReadWithinTheBoundAndOnce(
      int minutes, double requestsPerSecond, int boundMinutes, double tradesPerSecond) {
    Duration horizon = Duration.ofMinutes(minutes);
    Duration bound = Duration.ofMinutes(boundMinutes);
    SimulatedMarkets server =
        new SimulatedMarkets(20261125, MARKETS, tradesPerSecond, horizon, PAGE);
    Pace pace = new Pace(requestsPerSecond, bound, PAGE, Duration.ofSeconds(1));
    assertThat(pace.allows(MARKETS)).isTrue();
    Simulation reading = new Simulation(server, pace);
    Instant end = SimulatedMarkets.START.plus(horizon);

    reading.runUntil(end);
    long most = server.mostWith((long) (minutes * 60 * requestsPerSecond), minutes / boundMinutes);
    double share = server.delivered() / (double) most;
    System.out.printf(
        "%d min at %.0f/s, bound %d min, %.0f trades/s: %d of at most %d trades (%.1f %%), stalest"
            + " %s%n",
        minutes,
        requestsPerSecond,
        boundMinutes,
        tradesPerSecond,
        server.delivered(),
        most,
        share * 100,
        reading.stalest);
    assertThat(share).isGreaterThanOrEqualTo(0.70);

    reading.runUntil(end.plus(bound).plus(backlog(server, requestsPerSecond)));
    assertThat(server.delivered()).as("each trade, once").isEqualTo(server.all());
    assertThat(reading.stalest).isLessThanOrEqualTo(bound);
  }

  /** The bound takes two thirds of the requests; what is left has to do for what waits. */
  private static Duration backlog(SimulatedMarkets server, double requestsPerSecond) {
    long pages = (server.all() - server.delivered()) / PAGE;
    return Duration.ofSeconds((long) (4 * pages / requestsPerSecond));
  }
}
