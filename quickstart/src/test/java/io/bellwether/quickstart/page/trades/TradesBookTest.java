package io.bellwether.quickstart.page.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradesBookTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** 2023-11-14T12:00:00Z. */
  private static final long NOON = 1_699_963_200L;

  private final TradesBook book = new TradesBook(() -> 7);

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private void trade(long id, String time, String price) throws Exception {
    book.take(
        "trades",
        json(
            "{'exchange':'kraken','market':'BTC/USD','base':'BTC','quote':'USD','id':'%d',"
                    .formatted(id)
                + "'timestamp':'2023-11-14T%s','price':'%s','volume':'0.5'}"
                    .formatted(time, price)));
  }

  private void candle(String window, String vwap) throws Exception {
    book.take(
        "trade-indicators",
        json(
            "{'exchange':'kraken','market':'BTC/USD','base':'BTC','quote':'USD','window':'%s',"
                    .formatted(window)
                + "'start':'2023-11-14T12:00:00Z','open':'10','high':'12.5','low':'9','close':'11',"
                + "'volume':'3','vwap':%s,'count':'4'}".formatted(vwap)));
  }

  private void alert(String id) throws Exception {
    book.take(
        "trade-alerts",
        json(
            "{'event_id':'%s','indicator':'spike','type':'change','what':'up',".formatted(id)
                + "'exchange':'kraken','market':'BTC/USD','base':'BTC','quote':'USD',"
                + "'price':'11','at':'2023-11-14T12:00:07Z','text':'BTC/USD on Kraken: 11'}"));
  }

  private TradesMeasures.Market market() {
    return book.all(0).markets().get(0);
  }

  @Test
  void aMinuteIsDrawnFromItsTradesUntilTheJobTellsItsCandle() throws Exception {
    trade(1, "12:00:05Z", "10");
    trade(2, "12:00:06Z", "12");
    trade(3, "12:00:59.999Z", "11");
    assertEquals(
        List.of(Arrays.asList(NOON, 10.0, 12.0, 10.0, 11.0, 1.5, null, 3L, 0)), market().bars());
    candle("1m", "'10.25'");
    trade(4, "12:00:59.999Z", "99");
    assertEquals(
        List.of(Arrays.asList(NOON, 10.0, 12.5, 9.0, 11.0, 3.0, 10.25, 4L, 1)), market().bars());
    assertEquals("99", market().price());
  }

  @Test
  void otherWindowsAreNotDrawnAndAVwapMayBeMissing() throws Exception {
    candle("1m", "null");
    candle("5m", "'1'");
    assertEquals(
        List.of(Arrays.asList(NOON, 10.0, 12.5, 9.0, 11.0, 3.0, null, 4L, 1)), market().bars());
  }

  @Test
  void distinctTradesAreCountedByTheirRisingIds() throws Exception {
    trade(1, "12:00:05Z", "10");
    trade(2, "12:00:06Z", "10");
    trade(2, "12:00:06Z", "10");
    trade(1, "12:00:05Z", "10");
    trade(5, "12:01:00Z", "10");
    TradesMeasures.Now now = book.all(0);
    assertEquals(new TradesMeasures.Counts(7, 3, 2, 0, 0, 0), now.counts());
    assertEquals(Instant.parse("2023-11-14T12:01:00Z").toEpochMilli(), now.latest());
  }

  @Test
  void anAlertCountsOnceInEachPlace() throws Exception {
    alert("a");
    alert("a");
    alert("b");
    book.posted("a");
    book.posted("a");
    book.take("trade-alerts-dead-letters", json("{'event_id':'b'}"));
    assertEquals(new TradesMeasures.Counts(7, 0, 0, 2, 1, 1), book.all(0).counts());
    assertEquals(
        new TradesMeasures.Alert(
            "a", NOON * 1_000 + 7_000, "spike", "change", "up", "11", "BTC/USD on Kraken: 11"),
        market().alerts().get(0));
  }

  @Test
  void onlyWhatHasChangedIsTold() throws Exception {
    trade(1, "12:00:05Z", "10");
    alert("a");
    book.scored(Instant.ofEpochSecond(NOON + 5), 0.25);
    book.scored(Instant.ofEpochSecond(NOON + 6), 0.75);
    TradesMeasures.Now first = book.changes(0);
    assertEquals(1, first.markets().get(0).bars().size());
    assertEquals(1, first.markets().get(0).alerts().size());
    assertEquals(List.of(List.<Number>of(NOON, 0.5, 2L)), first.mood());
    assertTrue(book.changes(0).markets().isEmpty());
    assertTrue(book.changes(0).mood().isEmpty());
    trade(2, "12:01:05Z", "10");
    TradesMeasures.Market next = book.changes(0).markets().get(0);
    assertEquals(1, next.bars().size());
    assertTrue(next.alerts().isEmpty());
    assertEquals(2, market().bars().size());
  }

  @Test
  void recordsOfSomebodyElseArePassedOver() throws Exception {
    book.take("trades", json("{'x':1}"));
    book.take("trade-indicators", json("{'window':'1m','start':'2023-11-14T12:00:00Z'}"));
    assertEquals(new TradesMeasures.Counts(7, 0, 0, 0, 0, 0), book.all(0).counts());
  }
}
