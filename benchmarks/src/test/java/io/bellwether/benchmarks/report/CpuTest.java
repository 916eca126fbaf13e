package io.bellwether.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {
  @Test
  void whatIsNotOursIsOthers() {
    Cpu before = new Cpu(1_000, 100, 50);
    Cpu after = new Cpu(2_000, 700, 350);
    assertThat(after.othersSince(before)).isEqualTo(0.3);
  }

  @Test
  void ownWorkIsSeenAsSuch() {
    Cpu.now()
        .ifPresent(
            before -> {
              Cpu after = before;
              // Ticks are hundredths of a second.
              while (after.own() - before.own() < 5) {
                after = Cpu.now().orElseThrow();
              }
              assertThat(after.busy() - before.busy()).isGreaterThanOrEqualTo(4);
            });
  }
}
