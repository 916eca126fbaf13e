package io.bellwether.standin.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KrakenTest {
  private static final String TRADES = "/0/public/Trades?pair=XBTUSD";

  private final Fixture fixture = Fixture.unlimited();
  private final Market market = fixture.list("kraken:BTC/USD");

  @AfterEach
  void stop() {
    fixture.close();
  }

  private JsonNode rows(String query) throws Exception {
    return fixture.client.json(query).get("result").get("XXBTZUSD");
  }

  @Test
  void aRowHasSevenFields() throws Exception {
    fixture
        .standIn
        .markets()
        .trade(
            Draft.of(
                    market, Fixture.NOON.plusNanos(827_736_912), "30243.4", "0.34507674", Side.SELL)
                .withId(61_044_952));
    JsonNode row = rows(TRADES).get(0);
    assertEquals(
        "[\"30243.40000\",\"0.34507674\",1699963200.8277369,\"s\",\"m\",\"\",61044952]",
        row.toString());
  }

  @Test
  void sinceIsExclusiveAndLastGoesOnEvenWithinOneNanosecond() throws Exception {
    for (int n = 0; n < 25; n++) {
      fixture.trade(market, Fixture.NOON, "1", "1");
    }
    List<Integer> ids = new ArrayList<>();
    String since = "0";
    JsonNode page;
    do {
      JsonNode result = fixture.client.json(TRADES + "&count=10&since=" + since).get("result");
      page = result.get("XXBTZUSD");
      page.forEach(row -> ids.add(row.get(6).asInt()));
      since = result.get("last").textValue();
    } while (!page.isEmpty());
    assertEquals(IntStream.rangeClosed(1, 25).boxed().toList(), ids);
    assertEquals("1699963200000000024", since);
  }

  @Test
  void withoutSinceTheLatestThousandComeOldestFirst() throws Exception {
    fixture.trades(market, 1_100);
    JsonNode page = rows(TRADES);
    assertEquals(1_000, page.size());
    assertEquals(101, page.get(0).get(6).asInt());
    assertEquals(1_100, page.get(999).get(6).asInt());
  }

  @Test
  void smallAndLargePricesKeepAllTheirDigits() throws Exception {
    fixture.trade(market, Fixture.NOON, "0.000000012345", "123456789.123456789");
    JsonNode row = rows(TRADES).get(0);
    assertEquals(new BigDecimal("0.000000012345"), new BigDecimal(row.get(0).asText()));
    assertEquals(new BigDecimal("123456789.123456789"), new BigDecimal(row.get(1).asText()));
  }

  @Test
  void aPairIsFoundByEachOfItsNamesAndAnsweredUnderItsKey() throws Exception {
    fixture.trades(market, 1);
    assertEquals(1, rows("/0/public/Trades?pair=XXBTZUSD").size());
    assertEquals(1, rows("/0/public/Trades?pair=XBT/USD").size());
  }

  @Test
  void errorsComeWithStatus200() throws Exception {
    assertEquals(
        "{\"error\":[\"EQuery:Unknown asset pair\"]}",
        fixture.client.get("/0/public/Trades?pair=NOPE").body());
    assertEquals(
        "{\"error\":[\"EGeneral:Invalid arguments\"]}",
        fixture.client.get("/0/public/Trades").body());
    assertEquals(
        "{\"error\":[\"EGeneral:Invalid arguments:count\"]}",
        fixture.client.get(TRADES + "&count=1001").body());
  }

  @Test
  void pairsCarryTheOldLettersOnlyWhereBothCurrenciesAreOld() throws Exception {
    fixture.list("kraken:ADA/USD");
    fixture.list("kraken:DOGE/BTC");
    fixture.list("binance:BTC/USDT");
    JsonNode result = fixture.client.json("/0/public/AssetPairs").get("result");
    List<String> keys = new ArrayList<>();
    result.fieldNames().forEachRemaining(keys::add);
    assertEquals(List.of("XXBTZUSD", "ADAUSD", "XXDGXXBT"), keys);
    JsonNode btc = result.get("XXBTZUSD");
    assertEquals("XBTUSD", btc.get("altname").asText());
    assertEquals("XBT/USD", btc.get("wsname").asText());
    assertEquals("XXBT", btc.get("base").asText());
    assertEquals("ZUSD", btc.get("quote").asText());
    assertEquals("ADA", result.get("ADAUSD").get("base").asText());
  }

  @Test
  void tooManyCallsForOnePairCloseItForSeconds() throws Exception {
    try (Fixture limited = new Fixture(Options.defaults())) {
      limited.list("kraken:BTC/USD");
      limited.list("kraken:ETH/USD");
      String limitedError = "{\"error\":[\"EAPI:Rate limit exceeded\"]}";
      for (int n = 0; n < 10; n++) {
        assertEquals(0, limited.client.json(TRADES).get("error").size());
        limited.clock.move(Duration.ofSeconds(1));
      }
      limited.client.get(TRADES);
      limited.client.get(TRADES);
      assertEquals(limitedError, limited.client.get(TRADES).body());
      limited.clock.move(Duration.ofSeconds(2));
      assertEquals(limitedError, limited.client.get(TRADES).body());
      assertEquals(0, limited.client.json("/0/public/Trades?pair=ETHUSD").get("error").size());
      limited.clock.move(Duration.ofSeconds(3));
      assertEquals(0, limited.client.json(TRADES).get("error").size());
    }
  }
}
