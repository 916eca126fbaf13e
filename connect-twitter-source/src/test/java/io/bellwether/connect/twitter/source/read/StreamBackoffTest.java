package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamBackoffTest {
  private final MovableClock clock = new MovableClock();
  private final StreamBackoff backoff = new StreamBackoff(clock);

  @Test
  void troubleOfTheNetworkWaitsAQuarterSecondMoreEachTimeUpTo16Seconds() {
    assertThat(backoff.network()).isEqualTo(Duration.ofMillis(250));
    assertThat(backoff.network()).isEqualTo(Duration.ofMillis(500));
    for (int n = 0; n < 100; n++) {
      backoff.network();
    }
    assertThat(backoff.network()).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void httpErrorsDoubleFrom5To320Seconds() {
    assertThat(backoff.http()).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.http()).isEqualTo(Duration.ofSeconds(10));
    for (int n = 0; n < 10; n++) {
      backoff.http();
    }
    assertThat(backoff.http()).isEqualTo(Duration.ofSeconds(320));
  }

  @Test
  void aRateLimitDoublesFromAMinuteAndIsNeverShorterThanXAsks() {
    assertThat(backoff.limited(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
    assertThat(backoff.limited(Duration.ofMinutes(14))).isEqualTo(Duration.ofMinutes(14));
    assertThat(backoff.limited(Duration.ZERO)).isEqualTo(Duration.ofMinutes(4));
    assertThat(backoff.isDue()).isFalse();
    clock.advance(Duration.ofMinutes(4));
    assertThat(backoff.isDue()).isTrue();
  }

  @Test
  void aConnectionThatWorkedIsOpenedAgainAtOnce() {
    backoff.http();
    backoff.http();
    backoff.worked();
    assertThat(backoff.isDue()).isTrue();
    assertThat(backoff.http()).isEqualTo(Duration.ofSeconds(5));
  }
}
