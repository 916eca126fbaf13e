package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.traffic.RandomTrades;
import io.bellwether.standin.trades.traffic.Shock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with trades: a recorded calm with a spike in each of two markets. */
class TradesDemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Instant START = Instant.parse("2023-11-14T12:00:00Z");
  private static final Market SPIKING = Market.of("kraken:BTC/USD");
  private static final Market SECOND = Market.of("coinbase:ETH/USD");
  private static final List<Market> MARKETS =
      List.of(SPIKING, SECOND, Market.of("binance:XRP/USD"));
  private static final int TRADES = 6_000;

  @TempDir Path temporary;

  @Test
  void everyTradeIsReadOnceAndEveryAlertIsToldOnceInTheThreadOfItsMarket() throws Exception {
    Path file = recorded(temporary.resolve("trades.csv"));
    try (RunningDemo demo =
            RunningDemo.start(
                temporary.resolve("state"),
                "--with",
                "trades",
                "--trades",
                file.toString(),
                "--trades-speed",
                "1000000");
        TopicReader trades = new TopicReader(demo.bootstrap(), "count", "trades");
        TopicReader alerts = new TopicReader(demo.bootstrap(), "alerts", "trade-alerts")) {
      await("every trade in the topic")
          .atMost(PATIENCE)
          .until(() -> trades.eventIds().size() >= TRADES);
      assertThat(trades.eventIds()).hasSize(TRADES).doesNotHaveDuplicates();

      await("an alert").atMost(PATIENCE).until(() -> !alerts.values().isEmpty());
      killTheJob(new PageClient(demo.page()));

      await("the spikes in Slack")
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(demo.texts("trade-alerts"))
                      .anyMatch(text -> text.matches("(?s)BTC/USD on Kraken: .*%.*"))
                      .anyMatch(text -> text.matches("(?s)ETH/USD on Coinbase: .*%.*")));
      await("the page to count the same")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonNode counts =
                    RunningDemo.json(demo.page().resolve("api/markets")).path("counts");
                assertThat(counts.path("happened").asInt()).isEqualTo(TRADES);
                assertThat(counts.path("read").asInt()).isEqualTo(TRADES);
                assertThat(counts.path("doubled").asInt()).isZero();
                assertThat(counts.path("posted").asInt())
                    .isEqualTo(counts.path("alerts").asInt())
                    .isEqualTo(new HashSet<>(alerts.eventIds()).size());
              });
      assertEachAlertStandsOnceInTheThreadOfItsMarket(demo, alerts.all());
    }
  }

  private static void killTheJob(PageClient page) {
    assertThat(page.kill("trades")).isEqualTo(202);
    await("the trades job to be back")
        .atMost(PATIENCE)
        .until(() -> page.happened("trades").contains("ready"));
    assertThat(page.happened("trades")).containsExactly("killed", "restarting", "ready");
  }

  private static void assertEachAlertStandsOnceInTheThreadOfItsMarket(
      RunningDemo demo, List<JsonNode> alerts) {
    Map<String, String> markets = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (JsonNode alert : alerts) {
      String text = alert.path("text").asText();
      texts.put(alert.path("event_id").asText(), text);
      markets.put(text, alert.path("exchange").asText() + ":" + alert.path("market").asText());
    }
    List<String> posted = new ArrayList<>();
    Map<String, Set<String>> marketsByThread = new HashMap<>();
    Map<String, Set<String>> threadsByMarket = new HashMap<>();
    for (JsonNode message : demo.messages("trade-alerts")) {
      String thread = message.path("threadTs").asText(message.path("ts").asText());
      // A digest has a paragraph for each of its alerts.
      message
          .path("text")
          .asText()
          .lines()
          .filter(markets::containsKey)
          .forEach(
              text -> {
                posted.add(text);
                String market = markets.get(text);
                marketsByThread.computeIfAbsent(thread, any -> new HashSet<>()).add(market);
                threadsByMarket.computeIfAbsent(market, any -> new HashSet<>()).add(thread);
              });
    }
    assertThat(posted).containsExactlyInAnyOrderElementsOf(texts.values());
    assertThat(threadsByMarket)
        .hasSizeGreaterThan(1)
        .allSatisfy((market, threads) -> assertThat(threads).hasSize(1));
    assertThat(marketsByThread).allSatisfy((thread, ofMarkets) -> assertThat(ofMarkets).hasSize(1));
  }

  private static Path recorded(Path file) throws IOException {
    RandomTrades random = new RandomTrades(7, MARKETS, 0.3, 2.5, START);
    // 40 minutes in all; the spikes come when the job knows what is usual.
    random.plan(
        Shock.everywhere(SPIKING, START.plusSeconds(2_200), Duration.ofSeconds(60), 1.05, 3));
    random.plan(
        Shock.everywhere(SECOND, START.plusSeconds(2_000), Duration.ofSeconds(60), 1.05, 3));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("exchange,base,quote,timestamp,side,price,volume\n");
      for (int n = 0; n < TRADES; n++) {
        Draft draft = random.next();
        out.write(
            String.join(
                    ",",
                    draft.market().exchange(),
                    draft.market().base(),
                    draft.market().quote(),
                    draft.time().toString(),
                    draft.side().name(),
                    draft.price().toPlainString(),
                    draft.volume().toPlainString())
                + "\n");
      }
    }
    return file;
  }
}
