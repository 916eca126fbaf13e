package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowTest {
  private final Flow flow = new Flow();

  @Test
  void theLastTenWholeSecondsCount() {
    for (int i = 0; i < 50; i++) {
      flow.add(100_000 + i * 100);
    }
    assertThat(flow.perSecond(105_000)).isEqualTo(5.0);
    assertThat(flow.perSecond(110_999)).isEqualTo(5.0);
    assertThat(flow.perSecond(112_000)).isEqualTo(3.0);
    assertThat(flow.perSecond(200_000)).isZero();
  }
}
