package io.bellwether.quickstart.page.trades;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a page may be told about markets. */
public final class SampleMarkets {
  private static final String SENTENCE = "BTC/USD on Kraken: 11,014.3, +2.4 % in 5 min, 4.1 sigma";

  private SampleMarkets() {}

  /** Two markets with an hour of minutes and three alerts. */
  public static TradesMeasures.Now all() {
    long now = System.currentTimeMillis();
    return new TradesMeasures.Now(
        now,
        now,
        new TradesMeasures.Counts(21_734, 21_730, 0, 12, 10, 1),
        List.of(
            market("kraken", "BTC/USD", 11_000, now, alerts(now)),
            market("coinbase", "ETH/USD", 0.000_001_234, now, List.of())),
        mood(now));
  }

  /** One more trade, and an alert that is posted. */
  public static TradesMeasures.Now later() {
    long now = System.currentTimeMillis();
    TradesMeasures.Alert alert =
        new TradesMeasures.Alert(
            "alert:new", now, "round-trip", "round-trip", "gain", "0.00000124", "ETH/USD: a gain");
    return new TradesMeasures.Now(
        now,
        now,
        new TradesMeasures.Counts(21_735, 21_735, 1, 13, 12, 1),
        List.of(
            new TradesMeasures.Market(
                "coinbase:ETH/USD",
                "coinbase",
                "ETH/USD",
                4_001,
                "0.00000124",
                List.of(),
                List.of(alert))),
        List.of());
  }

  private static List<TradesMeasures.Alert> alerts(long now) {
    return List.of(
        alert("alert:1", now - 1_800_000, "extreme", "high", "11200"),
        alert("alert:2", now - 1_200_000, "change", "up", "11120"),
        alert("alert:3", now - 300_000, "threshold", "up", "11050"));
  }

  private static TradesMeasures.Alert alert(
      String id, long at, String kind, String what, String price) {
    return new TradesMeasures.Alert(id, at, kind, kind, what, price, SENTENCE);
  }

  private static TradesMeasures.Market market(
      String exchange, String name, double price, long now, List<TradesMeasures.Alert> alerts) {
    List<List<Number>> bars = new ArrayList<>();
    long minute = now / 60_000 * 60;
    for (int ago = 59; ago >= 0; ago--) {
      double level = price * (1 + 0.01 * Math.sin(ago / 7.0));
      bars.add(
          Arrays.asList(
              minute - 60L * ago,
              level,
              level * 1.002,
              level * 0.998,
              level * 1.001,
              10.0 + ago % 9,
              ago == 0 ? null : level,
              20L,
              ago == 0 ? 0 : 1));
    }
    return new TradesMeasures.Market(
        exchange + ":" + name, exchange, name, 4_000, Double.toString(price), bars, alerts);
  }

  private static List<List<Number>> mood(long now) {
    List<List<Number>> minutes = new ArrayList<>();
    for (int ago = 50; ago >= 0; ago -= 5) {
      minutes.add(List.of(now / 60_000 * 60 - 60L * ago, 0.5 + 0.4 * Math.sin(ago), 3));
    }
    return minutes;
  }
}
