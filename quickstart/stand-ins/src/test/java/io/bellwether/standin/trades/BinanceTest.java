package io.bellwether.standin.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BinanceTest {
  private static final String TRADES = "/api/v3/aggTrades?symbol=XRPETH";

  /** {@link Fixture#NOON} in milliseconds. */
  private static final long NOON = 1_699_963_200_000L;

  private final Fixture fixture = Fixture.unlimited();
  private final Market market = fixture.list("binance:XRP/ETH");

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<String> ids(String query) throws Exception {
    return Fixture.all(fixture.client.json(TRADES + query), "a");
  }

  @Test
  void anAggregateTradeHasItsOwnIdAndTheTimeInMilliseconds() throws Exception {
    fixture.trade(market, Fixture.NOON.plusNanos(123_456_789), "0.00141342", "23");
    assertEquals(
        "[{\"a\":1,\"p\":\"0.00141342\",\"q\":\"23.00000000\",\"f\":1653,\"l\":1653,"
            + "\"T\":1699963200123,\"m\":false,\"M\":true}]",
        fixture.client.get(TRADES).body());
    JsonNode micros = fixture.client.json(TRADES, "X-MBX-TIME-UNIT", "MICROSECOND");
    assertEquals(1_699_963_200_123_456L, micros.get(0).get("T").asLong());
  }

  @Test
  void pagesAreChronologicalWhicheverEndTheyStartFrom() throws Exception {
    fixture.trades(market, 10);
    assertEquals(List.of("8", "9", "10"), ids("&limit=3"));
    assertEquals(List.of("4", "5", "6"), ids("&fromId=4&limit=3"));
    assertEquals(List.of("4", "5", "6"), ids("&startTime=" + (NOON + 4_000) + "&limit=3"));
    assertEquals(List.of("5", "6", "7"), ids("&endTime=" + (NOON + 7_000) + "&limit=3"));
    assertEquals(
        List.of("4", "5"),
        ids("&startTime=" + (NOON + 4_000) + "&endTime=" + (NOON + 5_000) + "&limit=3"));
    assertEquals(List.of(), ids("&fromId=11"));
  }

  @Test
  void fiveHundredComeWithoutALimitAndNeverMoreThanAThousand() throws Exception {
    fixture.trades(market, 1_200);
    assertEquals(500, ids("").size());
    assertEquals(1_000, ids("&limit=5000").size());
  }

  @Test
  void tradesOfOneMillisecondAllCome() throws Exception {
    for (int n = 0; n < 7; n++) {
      fixture.trade(market, Fixture.NOON.plusNanos(n * 100L), "1", "1");
    }
    assertEquals(7, ids("&startTime=" + NOON + "&endTime=" + NOON).size());
  }

  @Test
  void errorsHaveACodeAndAMessage() throws Exception {
    HttpResponse<String> unknown = fixture.client.get("/api/v3/aggTrades?symbol=NOPE");
    assertEquals(400, unknown.statusCode());
    assertEquals("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}", unknown.body());
    assertEquals(-1102, code("/api/v3/aggTrades"));
    assertEquals(-1100, code(TRADES + "&fromId=x"));
    assertEquals(-1128, code(TRADES + "&fromId=1&startTime=1"));
  }

  private int code(String query) throws Exception {
    return Client.json(fixture.client.get(query)).get("code").asInt();
  }

  @Test
  void exchangeInfoListsSymbols() throws Exception {
    fixture.list("binance:BTC/USDT");
    JsonNode info = fixture.client.json("/api/v3/exchangeInfo");
    assertEquals(List.of("XRPETH", "BTCUSDT"), Fixture.all(info.get("symbols"), "symbol"));
    assertEquals("USDT", info.get("symbols").get(1).get("quoteAsset").asText());
    JsonNode one = fixture.client.json("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%5D");
    assertEquals(List.of("BTCUSDT"), Fixture.all(one.get("symbols"), "symbol"));
    assertEquals(-1121, code("/api/v3/exchangeInfo?symbol=NOPE"));
  }

  @Test
  void weightIsCountedByTheMinuteAndDefianceIsBanned() throws Exception {
    try (Fixture limited = new Fixture(Options.defaults())) {
      limited.list("binance:XRP/ETH");
      // So that the minute of the limit begins with the test.
      limited.clock.move(Duration.ofSeconds(60 - limited.clock.instant().getEpochSecond() % 60));
      HttpResponse<String> last = null;
      for (int n = 0; n < 300; n++) {
        last = limited.client.get("/api/v3/exchangeInfo");
      }
      assertEquals("6000", Client.header(last, "X-MBX-USED-WEIGHT-1M"));
      limited.clock.move(Duration.ofSeconds(15));
      HttpResponse<String> refused = limited.client.get(TRADES);
      assertEquals(429, refused.statusCode());
      assertEquals("45", Client.header(refused, "Retry-After"));
      assertEquals(-1003, Client.json(refused).get("code").asInt());
      HttpResponse<String> banned = null;
      for (int n = 0; n < 11; n++) {
        banned = limited.client.get(TRADES);
      }
      assertEquals(418, banned.statusCode());
      assertEquals("120", Client.header(banned, "Retry-After"));
      assertEquals(11, limited.standIn.callsInsideRetryAfter().size());
      limited.clock.move(Duration.ofMinutes(2));
      HttpResponse<String> again = limited.client.get(TRADES);
      assertEquals(200, again.statusCode());
      assertEquals("4", Client.header(again, "X-MBX-USED-WEIGHT-1M"));
    }
  }
}
