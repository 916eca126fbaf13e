package io.bellwether.connect.nomics.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task reads trades of every dialect: all, once, in order, whatever happens. */
@Timeout(120)
class ReadingTest {
  /** These take seconds each, and have tests of their own. */
  private static final Set<Fault.Kind> SLOW =
      Set.of(Fault.Kind.RATE_LIMITED, Fault.Kind.BANNED, Fault.Kind.SILENCE);

  /** The exchange under whose name the stand-in has the market of a test. */
  private static String exchange(String api) {
    return api.equals("nomics") ? "binance" : api;
  }

  private static String key(String api) {
    return api.equals("nomics") ? "binance:XRPETH" : api + ":XRP/ETH";
  }

  private static Market market(TaskUnderTest it, String api) {
    return it.service.markets().list(exchange(api) + ":XRP/ETH");
  }

  @ParameterizedTest
  @CsvSource({"nomics, 12477", "kraken, 2672", "coinbase, 5000", "binance, 12477"})
  void whatWasTradedComesOutOnceAndInOrder(String api, int count) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, count, 20191011);
      it.start();
      it.pollUntil(() -> it.trades.size() >= count);
      it.pollCalls(3);
      assertThat(it.ids(key(api))).isEqualTo(Recorded.ids(it.service, market)).hasSize(count);
      assertThat(it.gaps).isEmpty();
      assertThat(it.metadata).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void whereverAWorkerDiesEachTradeIsToldOnce(String api) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, 2_000, 7);
      it.config.put("page.size", "100");
      Random random = new Random(7);
      it.start();
      for (int death = 0; death < 40; death++) {
        it.pollCalls(1 + random.nextInt(2));
        it.pollAndDie(random);
        it.startAgain();
      }
      it.pollUntil(() -> it.trades.size() >= 2_000);
      it.pollCalls(3);
      assertThat(it.ids(key(api))).isEqualTo(Recorded.ids(it.service, market));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void tradesThatComeWhileItReadsAreReadToo(String api) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      it.config.put("start.from", "now");
      Recorded.into(it.service, market, 100, 7);
      it.start();
      it.pollCalls(3);
      assertThat(it.trades).as("before now").isEmpty();
      for (int n = 1; n <= 5; n++) {
        int expected = n;
        it.service.markets().trade(Draft.of(market, Instant.now(), "0.5", "1", Side.BUY));
        it.pollUntil(() -> it.trades.size() >= expected);
      }
      it.pollCalls(3);
      assertThat(it.ids(key(api))).isEqualTo(List.of(101L, 102L, 103L, 104L, 105L));
      assertThat(((Struct) it.trades.get(0).value()).getString("side"))
          .isEqualTo(api.equals("nomics") ? null : "buy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void aBackfillStartsAtItsTime(String api) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, 3_000, 9);
      Instant start = Recorded.BEGIN.plus(Duration.ofHours(5));
      it.config.put("start.from", start.toString());
      int expected = it.service.markets().tape(market).countSince(start);
      it.start();
      it.pollUntil(() -> it.trades.size() >= expected);
      it.pollCalls(3);
      List<Long> all = Recorded.ids(it.service, market);
      assertThat(it.ids(key(api))).isEqualTo(all.subList(3_000 - expected, 3_000));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void whateverGoesWrongTheCountIsExact(String api) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, 2_000, 11);
      it.config.put("page.size", "100");
      it.start();
      List<Fault> faults =
          Fault.all().stream()
              .filter(fault -> !(fault.kind() == Fault.Kind.LEFT_OUT && api.equals("nomics")))
              .filter(fault -> !SLOW.contains(fault.kind()))
              .toList();
      it.service.faults().seeded(11, 0.25, faults);
      it.pollUntil(() -> it.trades.size() >= 2_000);
      it.service.faults().clear();
      it.pollCalls(3);
      assertThat(it.ids(key(api))).isEqualTo(Recorded.ids(it.service, market));
      assertThat(it.gaps).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"binance, binance.aggTrades", "kraken, kraken.Trades", "coinbase, coinbase.trades"})
  void whoIsToldToWaitWaits(String api, String call) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, 50, 3);
      it.start();
      it.service.faults().next(1, call, Fault.rateLimited(Duration.ofSeconds(2)));
      it.pollUntil(() -> it.trades.size() >= 50);
      assertThat(it.service.calls()).anyMatch(each -> !each.ok());
      if (api.equals("binance")) {
        assertThat(it.service.callsInsideRetryAfter()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kraken", "coinbase", "binance"})
  void idsThatAreNeverShownAreReportedOnce(String api) {
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      Market market = market(it, api);
      Recorded.into(it.service, market, 30, 5);
      it.service.markets().skipIds(market, 3);
      Recorded.more(it.service, market, 10);
      it.start();
      it.pollUntil(() -> it.trades.size() >= 40);
      it.pollCalls(3);
      assertThat(it.ids(key(api))).isEqualTo(Recorded.ids(it.service, market));
      assertThat(it.gapReasons()).hasSize(1);
      assertThat(it.gapReasons().get(0)).contains("ids 31 to 33 of " + key(api));
    }
  }

  @Test
  void aTradeThatIsShownLateIsNoGap() {
    try (TaskUnderTest it = new TaskUnderTest("kraken")) {
      Market market = market(it, "kraken");
      Recorded.into(it.service, market, 30, 5);
      it.start();
      it.service.faults().next(1, "kraken.Trades", Fault.of(Fault.Kind.LEFT_OUT));
      it.pollUntil(() -> it.trades.size() >= 30);
      it.pollCalls(3);
      assertThat(it.ids("kraken:XRP/ETH")).isEqualTo(Recorded.ids(it.service, market));
      assertThat(it.gaps).isEmpty();
    }
  }

  @Test
  void aMomentWithMoreTradesThanAnyPageHoldsSetsItsMarketAsideAndNoOther() {
    try (TaskUnderTest it = new TaskUnderTest("nomics")) {
      Market crowded = market(it, "nomics");
      Market other = it.service.markets().list("kraken:BTC/USD");
      for (int n = 0; n < 2_600; n++) {
        it.service.markets().trade(Draft.of(crowded, Recorded.BEGIN, "1", "1", Side.BUY));
      }
      Recorded.into(it.service, other, 100, 5);
      it.start();
      it.pollUntil(() -> it.trades.size() >= 2_600 && !it.gaps.isEmpty());
      assertThat(it.ids("binance:XRPETH")).hasSize(2_500).doesNotHaveDuplicates();
      assertThat(it.gapReasons()).hasSize(1);
      assertThat(it.gapReasons().get(0))
          .contains("binance:XRPETH is set aside", "2019-10-11T00:00:11.620Z", "alter");
      Recorded.more(it.service, other, 10);
      it.pollUntil(() -> it.trades.size() >= 2_610);
    }
  }

  @Test
  void aMarketThatIsGoneIsSetAsideAndTheOthersGoOn() {
    try (TaskUnderTest it = new TaskUnderTest("kraken")) {
      Market market = market(it, "kraken");
      Recorded.into(it.service, market, 20, 5);
      it.start();
      it.config.put(
          "task.markets", it.config.get("task.markets") + "\nkraken\tOLD/USD\tOLD\tUSD\tOLDUSD\t1");
      it.stop();
      it.startAgain();
      it.pollUntil(() -> it.trades.size() >= 20 && it.gaps.size() == 1);
      assertThat(it.gapReasons().get(0))
          .contains("kraken:OLD/USD is set aside", "EQuery:Unknown asset pair");
    }
  }

  @Test
  void tradesAreReadWithinTheRealLimits() {
    try (TaskUnderTest it = new TaskUnderTest("binance", Options.defaults())) {
      Market market = market(it, "binance");
      Recorded.into(it.service, market, 3_000, 5);
      it.config.put("requests.per.second", "12");
      it.start();
      it.pollUntil(() -> it.trades.size() >= 3_000);
      it.pollCalls(10);
      assertThat(it.service.calls()).allMatch(call -> call.ok());
    }
  }
}
