package io.bellwether.analyzer.trades.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickParsersTest {
  @Test
  void aTimeIsWhatJavaReads() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int digits = random.nextInt(10);
      long step = (long) Math.pow(10, 9 - digits);
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(9_214_646_400L), random.nextInt(1_000_000_000) / step * step);
      assertThat(UtcTime.parse(instant.toString()))
          .as("%s", instant)
          .isEqualTo(instant.getEpochSecond() * 1_000_000_000 + instant.getNano());
    }
    assertThat(UtcTime.parse("2019-07-01T00:00:00.5Z")).isEqualTo(1_561_939_200_500_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2019-07-01",
        "2019-07-01T00:00:00",
        "2019-07-01T00:00:00.Z",
        "2019-07-01T00:00:00,5Z",
        "2019-07-01T00:00:00.1234567890Z",
        "2019-07-01T00:00:00+02:00",
        "2019-07-01T24:00:00Z",
        "2019-07-01T00:00:60Z",
        "1969-12-31T23:59:59Z",
        "2262-01-01T00:00:00Z",
        "2019-07-01T00:00:00.5xZ"
      })
  void aTimeOfAnotherFormIsLeftToJava(String text) {
    assertThat(UtcTime.parse(text)).isEqualTo(-1);
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    assertThatThrownBy(() -> UtcTime.parse("2019-02-29T00:00:00Z"))
        .isInstanceOf(DateTimeException.class);
    assertThat(Times.parse("2019-02-29T00:00:00Z")).isEmpty();
  }

  @Test
  void aDecimalIsWhatJavaReads() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      String text = Long.toString(random.nextLong(1L << (1 + random.nextInt(59))));
      int point = random.nextInt(text.length() + 1);
      String decimal = point == 0 || point == text.length() ? text : withPoint(text, point);
      assertThat(PlainDecimal.parse(decimal)).isEqualTo(new BigDecimal(decimal));
    }
    assertThat(PlainDecimal.parse("999999999999999999")).isEqualTo("999999999999999999");
    assertThat(PlainDecimal.parse("0.00")).isEqualTo("0.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.", ".5", "-1", "+1", "1e5", "1.2.3", "NaN", "1 ", "١"})
  void aDecimalOfAnotherFormIsLeftToJava(String text) {
    assertThat(PlainDecimal.parse(text)).isNull();
  }

  @Test
  void aLongDecimalIsLeftToJava() {
    assertThat(PlainDecimal.parse("9999999999999999999")).isNull();
    assertThat(PlainDecimal.parse("12345678901234567.890")).isNull();
  }

  private static String withPoint(String text, int point) {
    return text.substring(0, point) + "." + text.substring(point);
  }
}
