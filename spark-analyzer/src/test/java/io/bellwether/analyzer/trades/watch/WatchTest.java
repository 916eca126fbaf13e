package io.bellwether.analyzer.trades.watch;

import static io.bellwether.analyzer.trades.Ticks.minutes;
import static io.bellwether.analyzer.trades.Ticks.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.trades.Ticks;
import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.indicator.Change;
import io.bellwether.analyzer.trades.indicator.Extreme;
import io.bellwether.analyzer.trades.indicator.Measured;
import io.bellwether.analyzer.trades.indicator.RoundTrip;
import io.bellwether.analyzer.trades.trade.Side;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
  private final List<Alert> alerts = new ArrayList<>();
  private final List<Closed> closed = new ArrayList<>();
  private Settings settings = settings(List.of());
  private byte[] state;
  private Counts counts = Counts.NONE;

  @ParameterizedTest
  @CsvSource({
    "1, 0.00000001, 0.00000001, 7",
    "2, 100000000, 0.00000001, 1",
    "3, 11014.3, 0.1, 500",
    "4, 1, 0, 50",
    "5, 0.5, 0.000001, 3000"
  })
  void candlesAndVwapAreThoseOfAnIndependentComputationToTheLastDigit(
      long seed, String price, String step, int batch) {
    Random random = new Random(seed);
    List<Trade> trades = new ArrayList<>();
    double clock = 0;
    for (int i = 0; i < 3_000; i++) {
      clock += random.nextInt(4) == 0 ? 0 : random.nextDouble() * 10;
      // One in five comes late, by less than is allowed.
      double at = random.nextInt(5) == 0 ? Math.max(0, clock - random.nextDouble() * 290) : clock;
      BigDecimal change = new BigDecimal(step).multiply(BigDecimal.valueOf(random.nextInt(1_000)));
      String volume =
          random.nextInt(3) == 0 ? "0" : "0." + (10_000_000 + random.nextInt(90_000_000));
      Trade trade = trade(at, new BigDecimal(price).add(change).toPlainString(), volume);
      trades.add(
          new Trade(
              "t" + i, trade.market(), trade.at(), trade.price(), trade.volume(), trade.side()));
    }

    for (int from = 0; from < trades.size(); from += batch) {
      batch(trades.subList(from, Math.min(from + batch, trades.size())).toArray(Trade[]::new));
    }

    Map<String, Candle> last = new TreeMap<>();
    for (Closed one : closed) {
      Candle candle = one.candle();
      last.merge(
          candle.width() + " " + candle.start(),
          candle,
          (was, now) -> now.count() > was.count() ? now : was);
    }
    Map<String, String> texts = new TreeMap<>();
    last.forEach((key, candle) -> texts.put(key, text(candle)));
    assertThat(texts).isEqualTo(Independent.candles(trades)).hasSizeGreaterThan(100);
    assertThat(counts.trades()).isEqualTo(3_000);
    assertThat(counts.late()).isZero();
    assertThat(counts.outOfOrder()).isGreaterThan(300);
  }

  @Test
  void aWindowClosesWithTheNextTradeOfItsOwnMarketAndAgainIfALateOneChangesIt() {
    batch(trade(0, "100", "1"), trade(59.9, "102", "3"));
    assertThat(closed).isEmpty();
    batch(trade("binance", 600, "100", "1", Side.UNKNOWN));
    assertThat(closed).as("another market's clock closes nothing").isEmpty();
    batch(trade(60, "103", "1"));
    assertThat(closed)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.eventId())
                  .isEqualTo("candle:kraken:BTC/USD:1m:2019-07-01T00:00:00Z:2");
              assertThat(one.candle().vwap()).contains(new BigDecimal("101.5"));
            });
    batch(trade(30, "110", "0"));
    assertThat(closed).hasSize(2);
    assertThat(closed.get(1).eventId()).endsWith(":3");
    assertThat(closed.get(1).candle().high()).isEqualTo("110");
    batch(trade(61, "103", "1"));
    assertThat(closed).as("nothing has changed").hasSize(2);
  }

  @Test
  void aTradeThatComesAgainIsIgnoredAndCounted() {
    Trade again = trade(1, "100", "1");
    batch(trade(0, "100", "1"), again, again);
    batch(again, trade(60, "100", "1"));
    assertThat(closed.get(0).candle().count()).isEqualTo(2);
    assertThat(counts).isEqualTo(new Counts(3, 0, 0, 2));
    assertThat(closed.get(0).counts()).isEqualTo(new Counts(3, 0, 0, 2));
  }

  @Test
  void whatIsRememberedOfTradesIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      batch(trade(0, "100", "1"), trade(i, "100", "1"));
    }
    assertThat(state.length).isLessThan(8 * 256 + 1_000);
    Trade[] again = new Trade[255];
    Arrays.setAll(again, i -> trade(9_999 - i, "100", "1"));
    Counts before = counts;
    batch(again);
    assertThat(counts.minus(before).repeated()).isEqualTo(255);
  }

  @Test
  void aTradeBehindTheLatenessOfItsOwnMarketIsLateOneOfASlowMarketIsNot() {
    batch(
        trade(600, "100", "1"),
        trade("binance", 0, "100", "1", Side.UNKNOWN),
        trade("binance", 1, "100", "1", Side.UNKNOWN),
        trade(300, "100", "1"),
        trade(299.9, "100", "1"));
    assertThat(counts).isEqualTo(new Counts(5, 1, 1, 0));
  }

  @Test
  void alertsAreSentencesWithIdsThatDependOnTheTradeOnly() {
    settings =
        settings(
            List.of(
                named("spike", new Change(Measured.PRICE, minutes(5), 2, 0, minutes(5), 288, 2))));
    batch(trade(0, "10760.00", "1"), trade(400, "11014.30", "0.5"));
    assertThat(alerts)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.text()).isEqualTo("BTC/USD on Kraken: 11,014.3, +2.4 % in 5 min");
              assertThat(alert.eventId()).isEqualTo("alert:spike:up:trade:kraken:BTC/USD:400.0");
              assertThat(TradesJson.alert(alert))
                  .contains(
                      "\"price\":\"11014.30\"",
                      "\"at\":\"2019-07-01T00:06:40Z\"",
                      "\"base\":\"BTC\"");
            });
  }

  @Test
  void theSameTradesInOtherBatchesGiveTheSameAlerts() {
    settings = settings(all());
    List<Trade> trades = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String exchange = random.nextBoolean() ? "kraken" : "binance";
      String price = "10" + random.nextInt(10) + "." + random.nextInt(1_000);
      trades.add(trade(exchange, i * 7 + random.nextDouble(), price, "1." + i, Side.BUY));
    }
    trades.forEach(this::batch);
    List<String> oneByOne = alerts.stream().map(TradesJson::alert).toList();
    alerts.clear();
    state = null;
    batch(trades.toArray(Trade[]::new));
    assertThat(alerts.stream().map(TradesJson::alert)).isEqualTo(oneByOne).hasSizeGreaterThan(20);
    assertThat(oneByOne).doesNotHaveDuplicates();
  }

  @Test
  void anIndicatorThatIsNewOrHasOtherSettingsBeginsAnewAndTheOthersGoOn() {
    settings = settings(List.of(named("a", new Extreme(0, 0, Map.of()))));
    batch(trade(0, "100", "1"));
    settings =
        settings(
            List.of(
                named("b", new Extreme(0, 0, Map.of())), named("a", new Extreme(0, 0, Map.of()))));
    batch(trade(1, "101", "1"));
    assertThat(alerts).singleElement().extracting(Alert::indicator).isEqualTo("a");
    batch(trade(2, "102", "1"));
    assertThat(alerts).hasSize(3);
  }

  @Test
  void aMarketThatIsSilentWhileOthersGoOnIsForgotten() {
    batch(trade(0, "100", "1"), trade("binance", 0, "100", "1", Side.BUY));
    assertThat(pair().size()).isEqualTo(2);
    batch(trade("binance", 91 * 86_400, "100", "1", Side.BUY));
    assertThat(pair().size()).isEqualTo(1);
  }

  /** The bound: 200 bytes a market plus buckets. */
  @Test
  void whatIsRememberedOfAMarketBesidesItsWindowsIsSmall() {
    settings =
        settings(List.of(named("record", new Extreme(0, minutes(15), Map.of()))), List.of(), 1);
    for (int i = 0; i < 1_000; i++) {
      batch(trade(i * 60, "110" + i % 100 + ".3" + i % 10, "0." + i));
    }
    assertThat(state.length).isLessThan(200);
  }

  private void batch(Trade... trades) {
    PairCodec codec = new PairCodec(settings);
    Watch watch = new Watch(settings, state == null ? null : codec.read(state), alerts::add);
    Arrays.stream(trades).forEach(watch::on);
    closed.addAll(watch.closed());
    counts = counts.plus(watch.seen());
    state = codec.write(watch.pair());
    assertThat(codec.write(codec.read(state))).isEqualTo(state);
  }

  private Pair pair() {
    return new PairCodec(settings).read(state);
  }

  private static List<Named> all() {
    return List.of(
        named("record", new Extreme(0, minutes(1), Map.of())),
        named("trip", new RoundTrip(0.01, 0, 0.001, Map.of(), 0.001, minutes(1))),
        named("volume", new Change(Measured.VOLUME, minutes(15), 0, 2, minutes(5), 288, 2)),
        named("spike", new Change(Measured.PRICE, minutes(5), 2, 1, minutes(5), 288, 2)));
  }

  private static Named named(String name, io.bellwether.analyzer.trades.indicator.Indicator<?> it) {
    return new Named(name, "test", name.hashCode(), it);
  }

  private static Settings settings(List<Named> indicators) {
    return settings(indicators, List.of(Width.values()), 256);
  }

  private static Settings settings(List<Named> indicators, List<Width> widths, int remembered) {
    return new Settings(indicators, widths, minutes(5), remembered, null, minutes(90 * 24 * 60));
  }

  private static String text(Candle candle) {
    return Independent.text(
        candle.open(),
        candle.high(),
        candle.low(),
        candle.close(),
        candle.volume(),
        candle.vwap().orElse(null),
        candle.count());
  }

  static {
    assertThat(Ticks.START % minutes(60)).isZero();
  }
}
