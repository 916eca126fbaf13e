package io.bellwether.analyzer.trades.indicator;

import static io.bellwether.analyzer.trades.Ticks.minutes;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtremeTest {
  private static final Map<String, Extreme.Seed> NO_SEEDS = Map.of();
  private static final Map<String, Extreme.Seed> SEEDS =
      Map.of("kraken:BTC/USD", new Extreme.Seed(new BigDecimal("20000"), new BigDecimal("0.05")));

  @Test
  void theFirstTradeIsNoRecord() {
    Probe<?> probe = new Probe<>(new Extreme(0, 0, NO_SEEDS));
    assertThat(probe.send(0, "100", "1")).isEmpty();
  }

  @Test
  void aRecordAfterTheMarketHasSettledIsToldWithTheOneBefore() {
    Probe<?> probe = new Probe<>(new Extreme(minutes(10), 0, NO_SEEDS));
    probe.send(0, "100", "1");
    probe.send(60, "110", "1");
    probe.send(599, "90", "1");
    assertThat(probe.findings()).isEmpty();
    probe.send(600, "110", "1");
    assertThat(probe.findings()).as("the same price is no new record").isEmpty();
    probe.send(601, "110.00000001", "0");
    probe.send(602, "89", "1");
    assertThat(probe.texts())
        .containsExactly(
            "highest since 2019-07-01, before it was 110",
            "lowest since 2019-07-01, before it was 90");
    assertThat(probe.findings()).extracting(Finding::what).containsExactly("high", "low");
  }

  @Test
  void aSeededMarketHasRecordsAtOnceButOnlyTrueOnes() {
    Probe<?> probe = new Probe<>(new Extreme(minutes(1_000_000), 0, SEEDS));
    probe.send(0, "19999.99", "1");
    probe.send(1, "20000", "1");
    probe.send(2, "20000.01", "1");
    probe.send(3, "0.00000001", "1");
    assertThat(probe.texts())
        .containsExactly("all-time high, before it was 20,000", "all-time low, before it was 0.05");
  }

  @Test
  void aRisingMarketIsToldOnceInItsQuietTime() {
    Probe<?> probe = new Probe<>(new Extreme(0, minutes(15), SEEDS));
    for (int i = 0; i < 31; i++) {
      probe.send(i * 60, Integer.toString(20_001 + i), "1");
    }
    assertThat(probe.texts())
        .containsExactly(
            "all-time high, before it was 20,000",
            "all-time high, before it was 20,015",
            "all-time high, before it was 20,030");
  }

  @Test
  void aLateTradeSetsTheRecordWithoutNews() {
    Probe<?> probe = new Probe<>(new Extreme(0, 0, NO_SEEDS));
    probe.send(1_000, "100", "1");
    assertThat(probe.send(trade(0, "120", "1"), Timing.LATE)).isEmpty();
    assertThat(probe.send(1_001, "119", "1")).isEmpty();
    assertThat(probe.send(trade(999, "121", "1"), Timing.OUT_OF_ORDER)).hasSize(1);
  }

  @Test
  void flatPricesAreNoNewsFromTheSmallestToTheLargest() {
    for (String price : new String[] {"0.00000001", "100000000"}) {
      Probe<?> probe = new Probe<>(new Extreme(0, 0, NO_SEEDS));
      for (int i = 0; i < 100; i++) {
        probe.send(i * 60, price, "0");
      }
      assertThat(probe.findings()).isEmpty();
    }
  }
}
