package io.bellwether.connect.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
  private final MovableClock clock = new MovableClock();

  @Test
  void aPermitComesBackAfterItsInterval() {
    RateBudget budget = new RateBudget(clock, Duration.ofSeconds(1), 1);

    assertThat(budget.tryTake()).isTrue();
    assertThat(budget.tryTake()).isFalse();
    assertThat(budget.untilFree()).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(budget.tryTake()).isTrue();
  }

  @Test
  void aBurstIsAllowedAfterAQuietTimeAndNoMoreThanThat() {
    RateBudget budget = new RateBudget(clock, Duration.ofSeconds(1), 3);
    clock.advance(Duration.ofHours(1));

    int taken = 0;
    while (budget.tryTake()) {
      taken++;
    }

    assertThat(taken).isEqualTo(3);
  }

  @Test
  void aDayOfGreedyCallsStaysInsideTheBudget() {
    RateBudget budget = RateBudget.perMinute(clock, 50);
    int taken = 0;
    for (int tenths = 0; tenths < 24 * 3600 * 10; tenths++) {
      if (budget.tryTake()) {
        taken++;
      }
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(taken).isBetween(71_000, 72_000);
  }

  @Test
  void whatTheServiceAskedForIsObeyedAndNotShortened() {
    RateBudget budget = new RateBudget(clock, Duration.ofSeconds(1), 1);
    budget.pauseFor(Duration.ofSeconds(30));
    budget.pauseFor(Duration.ofSeconds(5));

    clock.advance(Duration.ofSeconds(29));
    assertThat(budget.tryTake()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(budget.tryTake()).isTrue();
  }
}
