package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies(3);

  @Test
  void percentilesAreThoseOfWhatWasRecorded() {
    for (int i = 1; i <= 1_000; i++) {
      latencies.record(i);
    }
    Latencies.Percentiles all = latencies.ofAll();
    assertThat(all.count()).isEqualTo(1_000);
    assertThat(all.p50()).isCloseTo(500, within(5L));
    assertThat(all.p95()).isCloseTo(950, within(10L));
    assertThat(all.p99()).isCloseTo(990, within(10L));
  }

  @Test
  void theWindowForgetsAndTheWholeDoesNot() {
    latencies.record(10_000);
    for (int i = 0; i < 3; i++) {
      latencies.nextPart();
      latencies.record(10);
    }
    assertThat(latencies.ofWindow().count()).isEqualTo(3);
    assertThat(latencies.ofWindow().p99()).isEqualTo(10);
    assertThat(latencies.ofAll().count()).isEqualTo(4);
    assertThat(latencies.ofAll().p99()).isCloseTo(10_000, within(100L));
  }

  @Test
  void clocksThatDisagreeDoNoHarm() {
    latencies.record(-5);
    latencies.record(Long.MAX_VALUE);
    assertThat(latencies.ofAll().count()).isEqualTo(2);
  }
}
