package io.bellwether.analyzer.trades.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11014.30 | 11,014.3
          0.00000001 | 0.00000001
          1E-8 | 0.00000001
          100000000 | 100,000,000
          0.1234567890123456789 | 0.1234567890123456789
          """)
  void aPriceHasAllItsDigitsAndNoExponent(String number, String text) {
    assertThat(Figures.plain(new BigDecimal(number))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.44 | +2.4
          -0.26 | -0.3
          1234.5 | +1,234.5
          """)
  void aChangeHasItsSign(double number, String text) {
    assertThat(Figures.signed(number)).isEqualTo(text);
  }
}
