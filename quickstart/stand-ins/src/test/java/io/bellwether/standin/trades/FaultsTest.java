package io.bellwether.standin.trades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bellwether.standin.FaultPlan;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  private static final String TRADES = "/api/v3/aggTrades?symbol=XRPETH";

  private final Fixture fixture = Fixture.unlimited();
  private final Market market = fixture.list("binance:XRP/ETH");

  @AfterEach
  void stop() {
    fixture.close();
  }

  private void next(Fault fault) {
    fixture.standIn.faults().next(1, "binance.aggTrades", fault);
  }

  private List<String> ids() throws Exception {
    return Fixture.all(fixture.client.json(TRADES), "a");
  }

  @Test
  void aLimitSaysWhenItEnds() throws Exception {
    next(Fault.rateLimited(Duration.ofSeconds(3)));
    HttpResponse<String> refused = fixture.client.get(TRADES);
    assertEquals(429, refused.statusCode());
    assertEquals("3", Client.header(refused, "Retry-After"));
    assertEquals(429, fixture.client.get(TRADES).statusCode());
    fixture.clock.move(Duration.ofSeconds(3));
    assertEquals(200, fixture.client.get(TRADES).statusCode());
  }

  @Test
  void aBanIsA418() throws Exception {
    next(Fault.banned(Duration.ofMinutes(2)));
    assertEquals(418, fixture.client.get(TRADES).statusCode());
    fixture.clock.move(Duration.ofMinutes(2));
    assertEquals(200, fixture.client.get(TRADES).statusCode());
  }

  @Test
  void anErrorOfTheServerIsNoJson() throws Exception {
    next(Fault.serverError(503));
    HttpResponse<String> failed = fixture.client.get(TRADES);
    assertEquals(503, failed.statusCode());
    assertEquals("text/html", Client.header(failed, "Content-Type"));
    next(Fault.of(Fault.Kind.BROKEN_JSON));
    HttpResponse<String> broken = fixture.client.get(TRADES);
    assertEquals(200, broken.statusCode());
    assertThrows(JsonProcessingException.class, () -> Client.json(broken));
  }

  @Test
  void krakenSaysItInItsOwnWords() throws Exception {
    fixture.list("kraken:BTC/USD");
    fixture.standIn.faults().next(1, FaultPlan.ANY_CALL, Fault.serviceError("EService:Busy"));
    HttpResponse<String> busy = fixture.client.get("/0/public/Trades?pair=XBTUSD");
    assertEquals(200, busy.statusCode());
    assertEquals("{\"error\":[\"EService:Busy\"]}", busy.body());
  }

  @Test
  void connectionsBreakAndNobodyAnswers() throws Exception {
    fixture.trades(market, 20);
    // Always, because Java's client asks again by itself when a connection ends without a word.
    for (Fault fault :
        List.of(
            Fault.of(Fault.Kind.TRUNCATED),
            Fault.of(Fault.Kind.RESET),
            Fault.timeout(Duration.ofMillis(20)))) {
      fixture.standIn.faults().always("binance.aggTrades", fault);
      assertThrows(IOException.class, () -> fixture.client.get(TRADES), fault.kind().name());
      fixture.standIn.faults().clear();
    }
    List<Call> calls = fixture.standIn.calls();
    assertEquals(0, calls.get(calls.size() - 1).status());
    assertEquals(20, ids().size());
  }

  @Test
  void aPageComesOutOfOrderOrWithATradeTwiceOrWithoutOne() throws Exception {
    fixture.trades(market, 4);
    next(Fault.of(Fault.Kind.OUT_OF_ORDER));
    assertEquals(List.of("4", "3", "2", "1"), ids());
    next(Fault.of(Fault.Kind.REPEATED));
    assertEquals(List.of("1", "2", "3", "3", "4"), ids());
    next(Fault.of(Fault.Kind.LEFT_OUT));
    assertEquals(List.of("1", "2", "4"), ids());
    assertEquals(List.of("1", "2", "3", "4"), ids());
  }

  @Test
  void anExchangeMayLeaveOutIdsForGood() throws Exception {
    fixture.trades(market, 2);
    fixture.standIn.markets().skipIds(market, 3);
    fixture.trade(market, Fixture.NOON.plusSeconds(9), "1", "1");
    assertEquals(List.of("1", "2", "6"), ids());
  }

  @Test
  void theSameSeedGivesTheSameFaults() throws Exception {
    assertEquals(statuses(), statuses());
    assertTrue(statuses().contains(503));
  }

  private List<Integer> statuses() throws Exception {
    fixture
        .standIn
        .faults()
        .seeded(7, 0.5, List.of(Fault.serverError(503), Fault.serverError(500)));
    List<Integer> statuses = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      statuses.add(fixture.client.get(TRADES).statusCode());
    }
    return statuses;
  }

  @Test
  void whatHappenedIsKeptInTheStateFolder(@TempDir Path folder) throws Exception {
    Options options = Options.defaults().withState(folder);
    try (Fixture first = new Fixture(options)) {
      first.trades(first.list("binance:XRP/ETH"), 5);
    }
    try (Fixture second = new Fixture(options)) {
      Market again = second.list("binance:XRP/ETH");
      second.trade(again, Fixture.NOON.plusSeconds(60), "7", "1");
      assertEquals(6, second.standIn.markets().total());
      assertEquals(
          List.of("1", "2", "3", "4", "5", "6"), Fixture.all(second.client.json(TRADES), "a"));
    }
  }

  @Test
  void oldTradesMayBeForgottenAndStillCount() throws Exception {
    try (Fixture small = new Fixture(Options.defaults().withKeptTrades(100))) {
      Market busy = small.list("binance:XRP/ETH");
      small.trades(busy, 1_000);
      assertEquals(1_000, small.standIn.markets().total());
      assertEquals(1_000, small.standIn.markets().tape(busy).count());
      List<String> kept = Fixture.all(small.client.json(TRADES + "&limit=1000"), "a");
      assertTrue(kept.size() >= 100 && kept.size() <= 126, kept.toString());
      assertEquals("1000", kept.get(kept.size() - 1));
    }
  }
}
