package io.bellwether.analyzer.trades.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 63, 64, -65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
  void wholeNumbersComeBack(long number) {
    StateWriter to = new StateWriter(1);
    to.number(number);
    to.whole(number);
    StateReader from = new StateReader(to.toBytes());
    assertThat(from.number()).isEqualTo(number);
    assertThat(from.whole()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "1E-8",
        "100000000",
        "11014.30",
        "9223372036854775807",
        "123456789012345678901234567890.123456789012345678901234567890"
      })
  void decimalsComeBackWithTheirScale(String number) {
    StateWriter to = new StateWriter(1);
    to.decimal(new BigDecimal(number));
    to.decimal(null);
    StateReader from = new StateReader(to.toBytes());
    assertThat(from.decimal()).isEqualTo(new BigDecimal(number));
    assertThat(from.decimal()).isNull();
  }

  @Test
  void aSectionCanBePassedOver() {
    StateWriter section = new StateWriter(1);
    section.text("what nobody reads");
    StateWriter to = new StateWriter(1);
    to.section(section);
    to.real(0.1);
    to.flag(true);
    StateReader from = new StateReader(to.toBytes());
    from.section();
    assertThat(from.real()).isEqualTo(0.1);
    assertThat(from.flag()).isTrue();
  }
}
