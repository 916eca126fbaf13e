package io.bellwether.analyzer.scorer.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void soManyCallsAreMadeInASecondAndNoMore() {
    Pace pace = new Pace(3, 100);
    assertThat(pace.take(0)).isZero();
    assertThat(pace.take(1)).isZero();
    assertThat(pace.take(2)).isZero();
    assertThat(pace.take(10)).isEqualTo(SECOND - 10);
    assertThat(pace.take(SECOND)).isZero();
    assertThat(pace.take(SECOND)).isEqualTo(1);
  }

  @Test
  void soManyCallsAreMadeInAMinuteAndNoMore() {
    Pace pace = new Pace(100, 2);
    assertThat(pace.take(0)).isZero();
    assertThat(pace.take(SECOND)).isZero();
    assertThat(pace.take(30 * SECOND)).isEqualTo(30 * SECOND);
    assertThat(pace.take(60 * SECOND)).isZero();
    assertThat(pace.take(60 * SECOND)).isEqualTo(SECOND);
  }

  @Test
  void aRefusalHoldsAllCallsAndDoesNotCount() {
    Pace pace = new Pace(100, 2);
    pace.take(0);
    pace.take(0);
    pace.hold(Duration.ofSeconds(5), 0);
    pace.hold(Duration.ofSeconds(1), 0);
    assertThat(pace.take(2 * SECOND)).isEqualTo(3 * SECOND);
    assertThat(pace.take(5 * SECOND)).isZero();
  }
}
