package io.bellwether.chaos.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When workers are killed. */
class KillTest {
  @Test
  void aSeedGivesOnePlanAndAnotherSeedAnother() {
    assertThat(Kill.seeded(1, 5, 10, 50))
        .hasSize(5)
        .isEqualTo(Kill.seeded(1, 5, 10, 50))
        .isNotEqualTo(Kill.seeded(2, 5, 10, 50));
  }

  @Test
  void killsFallBetweenTheBounds() {
    assertThat(Kill.seeded(3, 200, 2, 4)).extracting(Kill::afterEvents).containsOnly(2, 3, 4);
  }
}
