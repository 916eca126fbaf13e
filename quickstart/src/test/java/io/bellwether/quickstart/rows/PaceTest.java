package io.bellwether.quickstart.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();

  private final ManualTime time = new ManualTime();

  @Test
  void aRateIsKeptByScheduleWhateverEachThingTakes() {
    Pace pace = new Pace(time);
    for (int n = 0; n < 5; n++) {
      assertThat(pace.awaitTurn(Pace.atRate(n, 50))).isTrue();
      time.pass(15 * MILLI);
    }

    assertThat(time.waits()).containsExactly(5 * MILLI, 5 * MILLI, 5 * MILLI, 5 * MILLI);
  }

  @Test
  void whatIsLateIsCaughtUpWith() {
    Pace pace = new Pace(time);
    time.pass(100 * MILLI);

    for (int n = 0; n <= 6; n++) {
      pace.awaitTurn(Pace.atRate(n, 50));
    }

    assertThat(time.waits()).containsExactly(20 * MILLI);
    assertThat(pace.elapsed()).isEqualTo(120 * MILLI);
  }

  @Test
  void eventTimeIsScaled() {
    assertThat(Pace.inEventTime(3_600_000, 3600)).isEqualTo(1_000 * MILLI);
    assertThat(Pace.inEventTime(3_600_000, Double.POSITIVE_INFINITY)).isZero();
    assertThat(Pace.inEventTime(-5_000, 10)).isNegative();
  }

  @Test
  void aWaitEndsWhenTheUserStops() {
    Pace pace = new Pace(time);
    time.stopAt(30 * MILLI);

    assertThat(pace.awaitTurn(20 * MILLI)).isTrue();
    assertThat(pace.awaitTurn(5_000 * MILLI)).isFalse();
    assertThat(pace.elapsed()).isEqualTo(30 * MILLI);
  }
}
