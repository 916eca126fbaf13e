package io.bellwether.connect.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import java.time.Duration;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.Test;

class RetryClockTest {
  private final MovableClock clock = new MovableClock();
  private final RetryClock retries =
      new RetryClock(clock, new ExponentialBackoff(500, 2, 60_000, 0));

  @Test
  void eachFailureInARowWaitsLongerAndASuccessBeginsAnew() {
    assertThat(retries.failed(Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    assertThat(retries.failed(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.isDue()).isFalse();
    assertThat(retries.untilDue()).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(retries.isDue()).isTrue();
    retries.succeeded();
    assertThat(retries.failed(Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whatTheServiceAsksForIsNeverShortened() {
    assertThat(retries.failed(Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(15));
    assertThat(retries.untilDue()).isEqualTo(Duration.ofMinutes(15));
  }
}
