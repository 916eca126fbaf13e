package io.bellwether.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptTest {
  @Test
  void linesEndBetweenNames() {
    assertThat(Prompt.wrapped("Tables: feedback, trip_statistics, trips", 20).lines())
        .containsExactly("Tables: feedback,", "trip_statistics,", "trips");
    assertThat(Prompt.wrapped("Tables: trips", 80)).isEqualTo("Tables: trips");
    assertThat(Prompt.wrapped("a_name_that_is_longer_than_the_line b", 10).lines())
        .containsExactly("a_name_that_is_longer_than_the_line", "b");
  }
}
