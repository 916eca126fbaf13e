package io.bellwether.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilitiesTest {
  @Test
  void aNeutralTextIsInTheMiddle() {
    assertThat(new Probabilities(0, 1, 0).score()).isEqualTo(0.5);
    assertThat(new Probabilities(1, 0, 0).score()).isZero();
    assertThat(new Probabilities(0.25, 0.25, 0.5).score()).isEqualTo(0.625);
  }

  @ParameterizedTest
  @CsvSource({"NaN,0,1", "0.5,0.5,0.5", "-0.1,0.1,1", "0,0,0", "Infinity,0,0"})
  void whatIsNoProbabilityIsRefused(double negative, double neutral, double positive) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Probabilities(negative, neutral, positive));
  }
}
