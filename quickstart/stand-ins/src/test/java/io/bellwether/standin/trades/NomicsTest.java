package io.bellwether.standin.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NomicsTest {
  private static final String TRADES = "/v1/trades?key=nomics-key&exchange=kraken&market=XXBTZUSD";

  private final Fixture fixture = Fixture.unlimited();
  private final Market market = fixture.list("kraken:BTC/USD");

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void withoutAnOrderTheNewestHundredComeNewestFirst() throws Exception {
    fixture.trades(market, 150);
    JsonNode page = fixture.client.json(TRADES);
    assertEquals(100, page.size());
    assertEquals("150", page.get(0).get("id").asText());
    assertEquals("51", page.get(99).get("id").asText());
  }

  @Test
  void aTradeHasExactStringsAndNoSide() throws Exception {
    fixture.trade(market, Fixture.NOON.plusNanos(123_456_000), "0.00000001", "100000000.00");
    JsonNode trade = fixture.client.json(TRADES).get(0);
    assertEquals("2023-11-14T12:00:00.123456Z", trade.get("timestamp").textValue());
    assertEquals("0.00000001", trade.get("price").textValue());
    assertEquals("100000000.00", trade.get("volume").textValue());
    assertEquals("1", trade.get("id").textValue());
    assertNull(trade.get("side"));
  }

  @Test
  void fromIsInclusiveSoThatSequentialIngestionRepeatsTheBoundary() throws Exception {
    fixture.trades(market, 250);
    String from = "2023-11-14T12:00:00Z";
    Set<String> ids = new LinkedHashSet<>();
    int rows = 0;
    JsonNode page;
    do {
      page = fixture.client.json(TRADES + "&order=asc&from=" + from);
      rows += page.size();
      ids.addAll(Fixture.all(page, "id"));
      from = page.get(page.size() - 1).get("timestamp").asText();
    } while (page.size() == 100);
    assertEquals(
        IntStream.rangeClosed(1, 250).mapToObj(Integer::toString).toList(), List.copyOf(ids));
    assertEquals(250 + 2, rows);
  }

  @Test
  void aNaivePagerNeverPassesATimestampThatFillsThePage() throws Exception {
    for (int n = 0; n < 120; n++) {
      fixture.trade(market, Fixture.NOON, "1", "1");
    }
    fixture.trade(market, Fixture.NOON.plusSeconds(1), "2", "1");
    String page = TRADES + "&order=asc&from=2023-11-14T12%3A00%3A00Z";
    JsonNode hundred = fixture.client.json(page);
    assertEquals("100", hundred.get(99).get("id").asText());
    assertEquals(hundred, fixture.client.json(page));
    assertEquals(121, fixture.client.json(page + "&limit=2500").size());
  }

  @Test
  void descendingGoesBackFromATime() throws Exception {
    fixture.trades(market, 10);
    JsonNode page = fixture.client.json(TRADES + "&from=2023-11-14T12:00:05Z&limit=3");
    assertEquals(List.of("5", "4", "3"), Fixture.all(page, "id"));
  }

  @Test
  void aTradeOfTheFutureIsNotThereYet() throws Exception {
    fixture.trade(market, fixture.clock.instant().plusSeconds(60), "1", "1");
    assertEquals(0, fixture.client.json(TRADES).size());
    fixture.clock.move(Duration.ofSeconds(60));
    assertEquals(1, fixture.client.json(TRADES).size());
  }

  @Test
  void badRequestsAreRefused() throws Exception {
    assertEquals(401, fixture.client.get("/v1/markets").statusCode());
    assertEquals(401, fixture.client.get("/v1/markets?key=other").statusCode());
    assertEquals(400, fixture.client.get(TRADES + "&limit=0").statusCode());
    assertEquals(400, fixture.client.get(TRADES + "&limit=2501").statusCode());
    assertEquals(400, fixture.client.get(TRADES + "&order=up").statusCode());
    assertEquals(400, fixture.client.get(TRADES + "&from=noon").statusCode());
    assertEquals(400, fixture.client.get("/v1/trades?key=nomics-key&market=X").statusCode());
    assertTrue(
        fixture.standIn.calls().stream().noneMatch(call -> call.parameters().containsKey("key")));
  }

  @Test
  void marketsAndExchangesAreListed() throws Exception {
    fixture.list("binance:XRP/ETH");
    JsonNode all = fixture.client.json("/v1/markets?key=nomics-key");
    assertEquals(2, all.size());
    assertEquals(
        "{\"exchange\":\"kraken\",\"market\":\"XXBTZUSD\",\"base\":\"BTC\",\"quote\":\"USD\"}",
        all.get(0).toString());
    JsonNode some = fixture.client.json("/v1/markets?key=nomics-key&base=XRP,ADA");
    assertEquals(List.of("XRPETH"), Fixture.all(some, "market"));
    JsonNode exchanges = fixture.client.json("/v1/exchanges?key=nomics-key");
    assertEquals(List.of("kraken", "binance"), Fixture.all(exchanges, "id"));
  }

  @Test
  void csvHasNoHeader() throws Exception {
    assertEquals(
        "kraken,XXBTZUSD,BTC,USD\n",
        fixture.client.get("/v1/markets?key=nomics-key&format=csv").body());
  }

  @Test
  void theTickerTellsHowBusyAMarketIsPageByPage() throws Exception {
    fixture.trades(market, 30);
    for (int n = 0; n < 120; n++) {
      fixture.list("binance:C" + n + "/BTC");
    }
    String ticker = "/v1/exchange-markets/ticker?key=nomics-key";
    var first = fixture.client.get(ticker);
    assertEquals("121", Client.header(first, "X-Pagination-Total-Items"));
    JsonNode row = Client.json(first).get(0);
    assertEquals("30", row.get("1d").get("trades").asText());
    assertEquals("15.0", row.get("1d").get("volume_base").asText());
    assertEquals("30", row.get("price_quote").asText());
    assertEquals(100, Client.json(first).size());
    assertEquals(21, fixture.client.json(ticker + "&page=2").size());
  }

  @Test
  void aKeyThatAsksTooOftenIsTimedOut() throws Exception {
    try (Fixture limited = new Fixture(Options.defaults().withNomicsPerSecond(3))) {
      limited.list("kraken:BTC/USD");
      for (int n = 0; n < 3; n++) {
        assertEquals(200, limited.client.get(TRADES).statusCode());
      }
      assertEquals(429, limited.client.get(TRADES).statusCode());
      limited.clock.move(Duration.ofSeconds(1));
      assertEquals(429, limited.client.get(TRADES).statusCode());
      limited.clock.move(Duration.ofSeconds(2));
      assertEquals(200, limited.client.get(TRADES).statusCode());
    }
  }
}
