package io.bellwether.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlackTsTest {
  @Test
  void aTimestampIsATimeInMicroseconds() {
    assertThat(SlackTs.instant("1700000000.000100"))
        .isEqualTo(Instant.parse("2023-11-14T22:13:20.000100Z"));
    assertThat(SlackTs.of(Instant.parse("2023-11-14T22:13:20.000100Z")))
        .isEqualTo("1700000000.000100");
  }

  @Test
  void theOrderIsThatOfTimeNotOfText() {
    assertThat(SlackTs.ORDER.compare("999999999.000001", "1700000000.000001")).isNegative();
    assertThat(SlackTs.ORDER.compare("0", "1700000000.000001")).isNegative();
    assertThat(SlackTs.ORDER.compare("1.1", "1.100000")).isZero();
  }

  @Test
  void goingBackStopsAtTheBeginning() {
    assertThat(SlackTs.secondsBefore("1700000005.000100", 5)).isEqualTo("1700000000.000100");
    assertThat(SlackTs.secondsBefore("3", 5)).isEqualTo(SlackTs.BEGINNING);
  }

  @Test
  void onlyTheFormOfATimestampIsValid() {
    assertThat(SlackTs.isValid("1700000000.000100")).isTrue();
    assertThat(SlackTs.isValid("0")).isTrue();
    assertThat(SlackTs.isValid("2026-11-01")).isFalse();
    assertThat(SlackTs.isValid("-1")).isFalse();
    assertThat(SlackTs.isValid(null)).isFalse();
  }
}
