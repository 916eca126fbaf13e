package io.bellwether.standin.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoinbaseTest {
  private static final String TRADES = "/products/BTC-USD/trades";

  private final Fixture fixture = Fixture.unlimited();
  private final Market market = fixture.list("coinbase:BTC/USD");

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void theNewestPageComesFirstWithItsCursors() throws Exception {
    fixture.trades(market, 1_200);
    HttpResponse<String> response = fixture.client.get(TRADES);
    JsonNode page = Client.json(response);
    assertEquals(1_000, page.size());
    assertEquals("1200", Client.header(response, "CB-BEFORE"));
    assertEquals("201", Client.header(response, "CB-AFTER"));
    assertEquals(1_200, page.get(0).get("trade_id").asInt());
  }

  @Test
  void aTradeTellsTheSideOfTheMaker() throws Exception {
    fixture.trade(market, Fixture.NOON.plusNanos(1_000), "10.1", "0.5");
    assertEquals(
        "[{\"trade_id\":1,\"side\":\"sell\",\"size\":\"0.50000000\",\"price\":\"10.10000000\","
            + "\"time\":\"2023-11-14T12:00:00.000001Z\"}]",
        fixture.client.get(TRADES).body());
  }

  @Test
  void beforeAsksForTheNewestPageAfterTheCursorAndAfterForOlderOnes() throws Exception {
    fixture.trades(market, 10);
    assertEquals(
        List.of("10", "9", "8"),
        Fixture.all(fixture.client.json(TRADES + "?before=5&limit=3"), "trade_id"));
    assertEquals(
        List.of("7", "6"),
        Fixture.all(fixture.client.json(TRADES + "?before=5&after=8&limit=3"), "trade_id"));
    assertEquals(
        List.of("4", "3", "2"),
        Fixture.all(fixture.client.json(TRADES + "?after=5&limit=3"), "trade_id"));
  }

  @Test
  void asAnOptionBeforeAsksForThePageNextToTheCursor() throws Exception {
    Options options = Options.defaults().withRateLimits(false).withNextToCursor(true);
    try (Fixture other = new Fixture(options)) {
      other.trades(other.list("coinbase:BTC/USD"), 10);
      assertEquals(
          List.of("8", "7", "6"),
          Fixture.all(other.client.json(TRADES + "?before=5&limit=3"), "trade_id"));
    }
  }

  @Test
  void anEmptyPageHasNoCursors() throws Exception {
    fixture.trades(market, 3);
    HttpResponse<String> response = fixture.client.get(TRADES + "?before=3");
    assertEquals("[]", response.body());
    assertNull(Client.header(response, "CB-BEFORE"));
  }

  @Test
  void productsAreListed() throws Exception {
    fixture.list("kraken:ETH/USD");
    JsonNode products = fixture.client.json("/products");
    assertEquals(1, products.size());
    assertEquals("BTC", products.get(0).get("base_currency").asText());
    assertEquals("BTC-USD", fixture.client.json("/products/BTC-USD").get("id").asText());
    HttpResponse<String> unknown = fixture.client.get("/products/NO-PE/trades");
    assertEquals(404, unknown.statusCode());
    assertEquals("{\"message\":\"NotFound\"}", unknown.body());
    assertEquals(400, fixture.client.get(TRADES + "?after=x").statusCode());
  }

  @Test
  void tenCallsASecondAndFifteenAtOnceAreAllowed() throws Exception {
    try (Fixture limited = new Fixture(Options.defaults())) {
      limited.list("coinbase:BTC/USD");
      for (int n = 0; n < 15; n++) {
        assertEquals(200, limited.client.get(TRADES).statusCode());
      }
      HttpResponse<String> refused = limited.client.get(TRADES);
      assertEquals(429, refused.statusCode());
      assertNull(Client.header(refused, "Retry-After"));
      limited.clock.move(Duration.ofMillis(100));
      assertEquals(200, limited.client.get(TRADES).statusCode());
      assertEquals(429, limited.client.get(TRADES).statusCode());
    }
  }
}
