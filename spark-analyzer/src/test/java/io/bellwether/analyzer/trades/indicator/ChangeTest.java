package io.bellwether.analyzer.trades.indicator;

import static io.bellwether.analyzer.trades.Ticks.minutes;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
  /** So long that all windows count alike. */
  private static final double FOR_EVER = 1e15;

  @Test
  void aPriceIsComparedWithTheOneAtTheWindowsBeginning() {
    Probe<?> probe = new Probe<>(byPercent(2));
    probe.send(0, "100", "1");
    assertThat(probe.send(299, "110", "1")).as("nothing is known of five minutes ago").isEmpty();
    assertThat(probe.send(320, "101.9", "1")).as("1.9 % above 100").isEmpty();
    assertThat(probe.send(324, "102", "1"))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("+2.0 % in 5 min");
  }

  @Test
  void afterASilenceTheLastPriceIsTheOneThatStoodThere() {
    Probe<?> probe = new Probe<>(byPercent(2));
    probe.send(0, "100", "1");
    assertThat(probe.send(86_400, "97.5", "1"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("down");
              assertThat(finding.text()).isEqualTo("-2.5 % in 5 min");
              assertThat((double) finding.details().get("change_percent"))
                  .isEqualTo(-2.5, within(1e-9));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00000001", "1", "100000000"})
  void flatPricesAreNoNewsAndOneTradeIsNone(String price) {
    Probe<?> probe = new Probe<>(bySigma(0.001, 2));
    for (int i = 0; i < 200; i++) {
      probe.send(i * 60, price, i % 2 == 0 ? "0" : "1");
    }
    assertThat(probe.findings()).isEmpty();
  }

  @Test
  void standardDeviationsAreThoseOfTheMarketsOwnWindows() {
    // Windows of 5 minutes end at 100, 101, 100, 101, 100: changes of +g, -g, +g, -g,
    // g = ln 1.01, so their mean is 0 and their deviation g * sqrt(4 / 3).
    Probe<?> probe = new Probe<>(bySigma(2.5, 4));
    for (int window = 0; window < 5; window++) {
      probe.send(window * 300, window % 2 == 0 ? "100" : "101", "1");
    }
    // Compared with 100, three times g is 3 / sqrt(4 / 3) = 2.598 sigma.
    String price = Double.toString(100 * Math.pow(1.01, 3));
    assertThat(probe.send(1_500, price, "1"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat((double) finding.details().get("sigma"))
                  .isEqualTo(3 / Math.sqrt(4.0 / 3), within(1e-6));
              assertThat(finding.text()).isEqualTo("+3.0 % in 5 min, 2.6 sigma");
            });
  }

  @Test
  void withTooShortAPastNothingIsThatMuch() {
    Probe<?> probe = new Probe<>(bySigma(2.5, 5));
    for (int window = 0; window < 5; window++) {
      probe.send(window * 300, window % 2 == 0 ? "100" : "101", "1");
    }
    assertThat(probe.send(1_500, "200", "1")).isEmpty();
  }

  @Test
  void oneAlertInEachDirectionWithinTheQuietTime() {
    Probe<?> probe = new Probe<>(new Change(Measured.PRICE, minutes(5), 2, 0, minutes(10), 288, 2));
    probe.send(0, "100", "1");
    assertThat(probe.send(400, "103", "1")).hasSize(1);
    assertThat(probe.send(401, "104", "1")).isEmpty();
    assertThat(probe.send(402, "97", "1")).hasSize(1);
    assertThat(probe.send(999, "110", "1")).as("still quiet").isEmpty();
    assertThat(probe.send(1_000, "110", "1")).hasSize(1);
  }

  @Test
  void aPriceFromBeforeTheLastOneIsNotTheLatest() {
    Probe<?> probe = new Probe<>(byPercent(2));
    probe.send(0, "100", "1");
    probe.send(600, "100", "1");
    assertThat(probe.send(trade(590, "150", "1"), Timing.OUT_OF_ORDER)).isEmpty();
    assertThat(probe.send(trade(1, "150", "1"), Timing.LATE)).isEmpty();
    assertThat(probe.send(1_200, "101", "1")).isEmpty();
  }

  @Test
  void aVolumeIsComparedWithTheMeanOfPastWindows() {
    Probe<?> probe = new Probe<>(new Change(Measured.VOLUME, minutes(5), 150, 0, 0, FOR_EVER, 2));
    probe.send(10, "100", "1000");
    for (int window = 1; window < 5; window++) {
      probe.send(window * 300 + 10, "100", window % 2 == 0 ? "1" : "3");
    }
    // Complete windows: 3, 1, 3 (the first began before the first trade), mean 7/3. The moving
    // window reaches back to 1,225 s: at 1,500 s it has the 1 of 1,210 s no more.
    assertThat(probe.send(1_500, "100", "4.8"))
        .as("the fifth window, 1, counts too: mean 2")
        .isEmpty();
    assertThat(probe.send(1_501, "100", "0.2"))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("volume +150.0 % in 5 min, 2.6 sigma");
  }

  @Test
  void volumesOfNothingAreNoNews() {
    Probe<?> probe = new Probe<>(new Change(Measured.VOLUME, minutes(5), 0, 0, 0, 288, 2));
    for (int i = 0; i < 100; i++) {
      probe.send(i * 100, "100", "0");
    }
    assertThat(probe.findings()).isEmpty();
  }

  @Test
  void aClockThatGoesBackAddsVolumeWhereItBelongs() {
    Change change = new Change(Measured.VOLUME, minutes(5), 100, 0, 0, FOR_EVER, 1);
    Probe<?> probe = new Probe<>(change);
    probe.send(0, "100", "1");
    probe.send(300, "100", "2");
    probe.send(600, "100", "1");
    assertThat(probe.send(trade(590, "100", "3.5"), Timing.OUT_OF_ORDER))
        .as("no news of what is past")
        .isEmpty();
    assertThat(probe.send(601, "100", "0"))
        .as("3.5 + 1 against 2")
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("volume +125.0 % in 5 min");
  }

  private static Change byPercent(double percent) {
    return new Change(Measured.PRICE, minutes(5), percent, 0, 0, 288, 2);
  }

  private static Change bySigma(double sigma, long atLeast) {
    return new Change(Measured.PRICE, minutes(5), 0, sigma, 0, FOR_EVER, atLeast);
  }
}
