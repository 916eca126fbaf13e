package io.bellwether.connect.nomics.source.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MarketScheduleTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Pace PACE = new Pace(1, Duration.ofMinutes(10), 100, Duration.ofSeconds(1));

  private final MarketSchedule<String> schedule = new MarketSchedule<>(PACE, 3);
  private Instant now = START;

  MarketScheduleTest() {
    for (String market : new String[] {"busy", "slow", "dead"}) {
      schedule.add(market, 0, START, START);
    }
  }

  private static Reading page(int trades, boolean more, Instant first, Instant last) {
    return new Reading(trades, more, Optional.of(first), Optional.of(last));
  }

  /** How often each market was read in this time, a request a second. */
  private Map<String, Integer> run(Duration time, Function<String, Reading> service) {
    Map<String, Integer> counts = new HashMap<>();
    Instant end = now.plus(time);
    for (; now.isBefore(end); now = now.plusSeconds(1)) {
      schedule
          .next(now)
          .ifPresent(
              market -> {
                counts.merge(market, 1, Integer::sum);
                schedule.read(market, service.apply(market), now);
              });
    }
    return counts;
  }

  @Test
  void everyMarketIsReadOnceBeforeAnyIsReadAgain() {
    assertThat(run(Duration.ofSeconds(3), market -> Reading.NOTHING))
        .isEqualTo(Map.of("busy", 1, "slow", 1, "dead", 1));
  }

  @Test
  void busyMarketsAreReadOftenAndQuietOnesWithinTheBound() {
    Map<String, Integer> counts =
        run(
            Duration.ofHours(1),
            market ->
                market.equals("busy")
                    ? page(40, false, now.minusSeconds(2), now)
                    : Reading.NOTHING);
    assertThat(counts.get("dead")).isGreaterThanOrEqualTo(6);
    assertThat(counts.get("busy")).isGreaterThan(20 * counts.get("dead"));
  }

  @Test
  void aMarketWhosePageWasFullIsNextWhenItsTradesAreOld() {
    run(Duration.ofSeconds(3), market -> Reading.NOTHING);
    String market = schedule.next(now).orElseThrow();
    schedule.read(market, page(100, true, now.minusSeconds(300), now.minusSeconds(200)), now);
    assertThat(schedule.next(now.plusSeconds(1))).contains(market);
  }

  @Test
  void aMarketThatWasReadToItsEndIsLeftAloneForAMoment() {
    run(Duration.ofSeconds(3), market -> Reading.NOTHING);
    now = now.minusMillis(900);
    while (schedule.next(now).isPresent()) {
      // Takes those that may be asked.
    }
    assertThat(schedule.idle(now)).isPositive();
  }

  @Test
  void aMarketThatFailedWaitsAndTheOthersDoNot() {
    String failed = schedule.next(now).orElseThrow();
    schedule.failed(failed, Duration.ofMinutes(2), now);
    assertThat(run(Duration.ofMinutes(2), market -> Reading.NOTHING)).doesNotContainKey(failed);
    assertThat(run(Duration.ofMinutes(1), market -> Reading.NOTHING)).containsKey(failed);
  }

  @Test
  void aMarketThatWasSetAsideIsTriedAgainWhenItsBoundComes() {
    String refused = schedule.next(now).orElseThrow();
    schedule.setAside(refused, now);
    assertThat(run(Duration.ofMinutes(9), market -> Reading.NOTHING)).doesNotContainKey(refused);
    assertThat(run(Duration.ofMinutes(2), market -> Reading.NOTHING)).containsKey(refused);
  }

  @Test
  void aRateThatIsKnownFromEarlierCountsAtOnce() {
    MarketSchedule<String> again = new MarketSchedule<>(PACE, 2);
    again.add("new", 0, START, START);
    again.add("known", 50, START.minusSeconds(60), START);
    assertThat(again.next(START.plusSeconds(1))).contains("known");
    assertThat(again.rate("known")).isBetween(45.0, 55.0);
  }

  @Test
  void aBoundThatTheBudgetCannotKeepIsStretched() {
    Pace tooMany = new Pace(1, Duration.ofSeconds(10), 100, Duration.ofSeconds(1));
    assertThat(tooMany.allows(9)).isTrue();
    assertThat(tooMany.allows(10)).isFalse();
    assertThat(tooMany.shortestBound(19)).isEqualTo(Duration.ofSeconds(20));
    assertThat(new MarketSchedule<String>(tooMany, 1_000).bound())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1_000));
  }

  @Test
  void aBurstIsExpectedToGoOnAtItsOwnSpeed() {
    TradeRate rate = new TradeRate(0.01);
    Instant last = now.minusSeconds(50);
    rate.read(page(100, true, last.minusSeconds(1), last), now.minusSeconds(3600), last);
    assertThat(rate.timeFor(100)).isLessThan(Duration.ofSeconds(2));
    rate.read(Reading.NOTHING, last, now);
    assertThat(rate.timeFor(100)).isGreaterThan(Duration.ofSeconds(30));
  }

  @Test
  void withoutMarketsThereIsNothingToDo() {
    MarketSchedule<String> empty = new MarketSchedule<>(PACE, 0);
    assertThat(empty.next(now)).isEmpty();
    assertThat(empty.idle(now)).isPositive();
  }
}
