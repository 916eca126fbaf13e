package io.bellwether.analyzer.trades.indicator;

import static io.bellwether.analyzer.trades.Ticks.minutes;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThresholdTest {
  @Test
  void oneCrossingIsOneAlertHoweverThePriceTrembles() {
    Probe<?> probe = new Probe<>(price("10000", "9950", true));
    assertThat(probe.send(0, "10100", "1")).as("it was never below").isEmpty();
    probe.send(1, "9950", "1");
    assertThat(probe.send(2, "9999.99", "1")).isEmpty();
    assertThat(probe.send(3, "10000", "1"))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("price crossed above 10,000");
    for (String trembling : new String[] {"9999", "10001", "9951", "10050"}) {
      assertThat(probe.send(4, trembling, "1")).isEmpty();
    }
    probe.send(5, "9949.99", "1");
    assertThat(probe.send(6, "10000.01", "0")).hasSize(1);
  }

  @Test
  void downwardsIsTheMirrorImage() {
    Probe<?> probe = new Probe<>(price("0.00000002", "0.00000003", false));
    probe.send(0, "0.00000003", "1");
    assertThat(probe.send(1, "0.00000001", "1"))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("price crossed below 0.00000002");
    probe.send(2, "0.000000025", "1");
    assertThat(probe.send(3, "0.00000001", "1")).isEmpty();
  }

  @Test
  void theVolumeOfTheLastMinutesIsSummedUp() {
    Threshold threshold =
        new Threshold(
            Measured.VOLUME,
            Pattern.compile(".*"),
            new BigDecimal("10"),
            new BigDecimal("8"),
            true,
            minutes(12));
    Probe<?> probe = new Probe<>(threshold);
    probe.send(0, "1", "5");
    assertThat(probe.send(60, "1", "4.9")).isEmpty();
    assertThat(probe.send(120, "1", "0.1"))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("volume in 12 min crossed above 10");
    assertThat(probe.send(719, "1", "1")).isEmpty();
    // From 780 s on the trades of the first two minutes are out of the window.
    assertThat(probe.send(780, "1", "0")).isEmpty();
    assertThat(probe.send(781, "1", "8.9")).as("0.1 + 1 + 8.9").hasSize(1);
  }

  @Test
  void onlyTheMarketsOfThePatternAreWatched() {
    Threshold other =
        new Threshold(
            Measured.PRICE, Pattern.compile("binance:.*"), BigDecimal.TEN, BigDecimal.ONE, true, 0);
    Probe<?> probe = new Probe<>(other);
    probe.send(0, "1", "1");
    assertThat(probe.send(1, "20", "1")).isEmpty();
  }

  @Test
  void oldPricesCrossNothing() {
    Probe<?> probe = new Probe<>(price("10000", "9950", true));
    probe.send(10, "9000", "1");
    assertThat(probe.send(trade(9, "11000", "1"), Timing.OUT_OF_ORDER)).isEmpty();
    assertThat(probe.send(trade(1, "11000", "1"), Timing.LATE)).isEmpty();
    assertThat(probe.send(11, "100000000", "1")).hasSize(1);
  }

  private static Threshold price(String level, String back, boolean upwards) {
    return new Threshold(
        Measured.PRICE,
        Pattern.compile("kraken:.*"),
        new BigDecimal(level),
        new BigDecimal(back),
        upwards,
        0);
  }
}
