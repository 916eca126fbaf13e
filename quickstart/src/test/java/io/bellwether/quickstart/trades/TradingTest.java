package io.bellwether.quickstart.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.Stopped;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Trade;
import io.bellwether.standin.trades.TradesStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingTest {
  private static final Instant NOON = Instant.parse("2023-11-14T12:00:00Z");
  private static final Market BTC = Market.of("kraken:BTC/USD");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InstantSource clock = now::get;
  private final List<String> told = new ArrayList<>();
  private TradesStandIn standIn = TradesStandIn.start(Options.defaults().withClock(clock));

  @TempDir Path folder;

  @AfterEach
  void stop() {
    standIn.close();
  }

  private MarketStore store() {
    return standIn.markets();
  }

  private List<Trade> trades(Market market) {
    return store().tape(market).newest(1_000_000);
  }

  @Test
  void madeUpTradesBeginWithAnHourOfThePast() {
    new MadeUpTrades(store(), 1, clock).round();
    assertEquals(6 * 3_600, (double) store().total(), 500);
    List<Trade> btc = trades(BTC);
    assertTrue(btc.get(0).time().isBefore(NOON.minusSeconds(3_500)));
    assertTrue(btc.get(btc.size() - 1).time().isAfter(NOON.minusSeconds(60)));
  }

  @Test
  void withinAMinuteAPriceMovesByTwoPercentAndExchangesDiffer() {
    MadeUpTrades trades = new MadeUpTrades(store(), 4, clock);
    trades.round();
    double before = swing(NOON.minusSeconds(60));
    for (int second = 0; second < 60; second++) {
      now.set(NOON.plusSeconds(second));
      trades.round();
    }
    assertTrue(before < 0.006, "calm: " + before);
    assertTrue(swing(NOON) > 0.02, "surprising: " + swing(NOON));
  }

  /** The largest ratio of a market's prices since a time, less one. */
  private double swing(Instant from) {
    return store().markets().stream()
        .mapToDouble(
            market -> {
              var prices =
                  trades(market).stream()
                      .filter(trade -> trade.time().isAfter(from))
                      .mapToDouble(trade -> trade.price().doubleValue())
                      .summaryStatistics();
              return prices.getCount() == 0 ? 0 : prices.getMax() / prices.getMin() - 1;
            })
        .max()
        .orElseThrow();
  }

  @Test
  void afterAPauseMadeUpTradesGoOnWhereTheyStopped() {
    new MadeUpTrades(store(), 1, clock).round();
    Trade last = trades(BTC).get(trades(BTC).size() - 1);
    long before = store().total();
    now.set(NOON.plusSeconds(600));
    new MadeUpTrades(store(), 1, clock).round();
    assertEquals(6 * 600, (double) (store().total() - before), 250);
    Trade next = trades(BTC).get(trades(BTC).indexOf(last) + 1);
    assertEquals(
        last.price().doubleValue(), next.price().doubleValue(), last.price().doubleValue() * 0.01);
  }

  private Path file(String... lines) throws Exception {
    return Files.write(folder.resolve("trades.csv"), List.of(lines));
  }

  private void play(Path file) {
    new RecordedTrades(file, store(), Double.POSITIVE_INFINITY, told::add).run(new Stopped());
  }

  @Test
  void recordedTradesKeepTheirTimesIdsAndDigits() throws Exception {
    play(
        file(
            "exchange,base,quote,id,timestamp,side,price,volume",
            "kraken,BTC,USD,7,2019-07-01T00:00:03.172Z,sell,10749.40,0.00400000",
            "kraken,BTC,USD,9,2019-07-01T02:00:05.224+02:00,buy,10749.7,0.03869709"));
    Trade first = trades(BTC).get(0);
    assertEquals(7, first.id());
    assertEquals("10749.40", first.price().toPlainString());
    assertEquals(Instant.parse("2019-07-01T00:00:05.224Z"), trades(BTC).get(1).time());
    assertEquals(9, trades(BTC).get(1).id());
  }

  @Test
  void columnsMayStandInAnyOrderAndIdsBeMissing() throws Exception {
    play(
        file(
            "volume,price,timestamp,quote,base,exchange",
            "1,2,2019-07-01T00:00:03Z,USD,BTC,kraken",
            "1,3,2019-07-01T00:00:03Z,USD,BTC,kraken"));
    assertEquals(List.of(1L, 2L), trades(BTC).stream().map(Trade::id).toList());
  }

  @Test
  void badRowsAreCountedAndTheRestGoesOn() throws Exception {
    Path file =
        file(
            "exchange,base,quote,id,timestamp,side,price,volume",
            "kraken,BTC,USD,7,yesterday,sell,10749.4,0.004",
            "kraken,BTC,USD,8,2019-07-01T00:00:03Z,sell,cheap,0.004",
            "kraken,BTC",
            "kraken,BTC,USD,9,2019-07-01T00:00:03Z,sell,1,0.004",
            "kraken,BTC,USD,10,2019-07-01T00:00:02Z,sell,1,0.004");
    play(file);
    assertEquals(1, store().total());
    assertEquals(List.of("1 trades of " + file + " have happened, 4 bad rows"), told);
  }

  @Test
  void aMissingColumnIsNamedBeforeAnythingHappens() throws Exception {
    Path file = file("exchange,base,quote,timestamp,price", "kraken,BTC,USD,x,1");
    LaunchException error = assertThrows(LaunchException.class, () -> play(file));
    assertTrue(error.getMessage().contains("no column 'volume'"), error.getMessage());
  }

  @Test
  void aSecondStartGoesOnAfterWhatHasHappened() throws Exception {
    String header = "exchange,base,quote,timestamp,price,volume";
    String one = "kraken,BTC,USD,2019-07-01T00:00:03Z,1,1";
    play(file(header, one));
    play(file(header, one, "kraken,BTC,USD,2019-07-01T00:00:04Z,2,1"));
    assertEquals(2, store().total());
  }
}
