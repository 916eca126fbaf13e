package io.bellwether.analyzer.trades.indicator;

import static io.bellwether.analyzer.trades.Ticks.at;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.analyzer.trades.trade.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** 1 % at least; fees 0.2 % and on Binance 0.1 %; spread 0.1 %. */
  private static final RoundTrip TRIP =
      new RoundTrip(0.01, 0, 0.002, Map.of("binance", 0.001), 0.001, MINUTE);

  @Test
  void theGainIsWhatIsLeftAfterBothFeesAndTheSpread() {
    Quote buy = new Quote("kraken", new BigDecimal("100"), 0, Side.UNKNOWN);
    Quote sell = new Quote("binance", new BigDecimal("102"), 0, Side.UNKNOWN);
    // Paid 100 * 1.0005 * 1.002, got 102 * 0.9995 * 0.999.
    assertThat(TRIP.got(sell) / TRIP.paid(buy) - 1)
        .isEqualTo(101.847051 / 100.2501 - 1, within(1e-12));
  }

  @Test
  void aKnownSideTellsBidOrAskExactly() {
    Quote buy = new Quote("kraken", new BigDecimal("100"), 0, Side.BUY);
    Quote sell = new Quote("binance", new BigDecimal("102"), 0, Side.SELL);
    assertThat(TRIP.got(sell) / TRIP.paid(buy) - 1)
        .isEqualTo(102 * 0.999 / (100 * 1.002) - 1, within(1e-12));
    // The other way round both prices are on the wrong side of the spread.
    assertThat(TRIP.got(buy) / TRIP.paid(sell) - 1)
        .isEqualTo(100 * 0.999 * 0.998 / (102 * 1.001 * 1.001) - 1, within(1e-12));
  }

  @Test
  void oneOpportunityIsOneAlertUntilItIsOver() {
    Probe<?> probe = new Probe<>(TRIP).beside(quote("binance", "102", 0));
    assertThat(probe.send(1, "100", "1"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("kraken>binance");
              assertThat(finding.text())
                  .isEqualTo(
                      "buying on Kraken at 100 and selling on Binance at 102 would bring +1.6 % after fees and spread");
            });
    assertThat(probe.send(2, "99", "1")).isEmpty();
    assertThat(probe.send(3, "101", "1"))
        .as("0.6 % is too little to be news, but not the end")
        .isEmpty();
    assertThat(probe.send(4, "100", "1")).isEmpty();
    assertThat(probe.send(5, "102", "1")).as("now it is over").isEmpty();
    assertThat(probe.send(6, "100", "1")).hasSize(1);
    assertThat(probe.send(7, "110", "1"))
        .extracting(Finding::what)
        .containsExactly("binance>kraken");
  }

  @Test
  void pricesThatAreFarApartInTimeAreNotCompared() {
    Probe<?> probe = new Probe<>(TRIP).beside(quote("binance", "102", 0));
    assertThat(probe.send(61, "100", "1")).isEmpty();
    assertThat(probe.send(trade(60, "100", "1"), Timing.OUT_OF_ORDER)).isEmpty();
    assertThat(new Probe<>(TRIP).send(1, "100", "1")).as("there is no other exchange").isEmpty();
  }

  @Test
  void flatPricesOfAnySizeAreNoOpportunity() {
    for (String price : new String[] {"0.00000001", "100000000"}) {
      Probe<?> probe = new Probe<>(TRIP).beside(quote("binance", price, 0));
      assertThat(probe.send(1, price, "0")).isEmpty();
    }
  }

  private static Quote quote(String exchange, String price, double seconds) {
    return new Quote(exchange, new BigDecimal(price), at(seconds), Side.UNKNOWN);
  }
}
