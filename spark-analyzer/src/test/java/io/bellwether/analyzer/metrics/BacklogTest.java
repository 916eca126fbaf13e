package io.bellwether.analyzer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
  @Test
  void itIsWhatIsThereAndNotReadOverAllPartitions() {
    String read = "{\"a\":{\"0\":5,\"1\":7}}";
    assertThat(Backlog.between(read, "{\"a\":{\"0\":9,\"1\":7},\"b\":{\"0\":3}}")).isEqualTo(7);
    assertThat(Backlog.between(read, read)).isZero();
  }

  @Test
  void aTopicThatWasMadeAnewIsNotBehindZero() {
    assertThat(Backlog.between("{\"a\":{\"0\":5}}", "{\"a\":{\"0\":2}}")).isZero();
  }

  @Test
  void aSourceThatIsNotKafkaHasNone() {
    assertThat(Backlog.between(null, "{}")).isZero();
    assertThat(Backlog.between("{}", null)).isZero();
    assertThat(Backlog.between("17", "no json")).isZero();
  }
}
