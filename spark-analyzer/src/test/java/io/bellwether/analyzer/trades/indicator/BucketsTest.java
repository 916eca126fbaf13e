package io.bellwether.analyzer.trades.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {
  @Test
  void whatLeavesTheWindowIsTheLastValueBeforeIt() {
    Buckets buckets = Buckets.empty().at(100).set(1).at(101).set(2).at(111).set(3);
    assertThat(buckets.before()).isNaN();
    assertThat(buckets.sum()).isEqualTo(6);
    assertThat(buckets.at(112).before()).isEqualTo(1);
    assertThat(buckets.at(112).sum()).isEqualTo(5);
    assertThat(buckets.at(1_000_000).before()).isEqualTo(3);
    assertThat(buckets.at(1_000_000).sum()).isZero();
  }

  @Test
  void itNeverMovesBackAndTakesOnlyWhatIsInside() {
    Buckets buckets = Buckets.empty().at(100).set(1);
    assertThat(buckets.at(99)).isSameAs(buckets);
    assertThat(buckets.add(89, 5).sum()).isEqualTo(6);
    assertThat(buckets.add(88, 5)).isSameAs(buckets);
    assertThat(buckets.add(101, 5)).isSameAs(buckets);
  }
}
