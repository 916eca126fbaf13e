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
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with trades: a recorded calm with one spike in it. */
class TradesDemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant START = Instant.parse("2023-11-14T12:00:00Z");
  private static final Market SPIKING = Market.of("kraken:BTC/USD");
  private static final List<Market> MARKETS =
      List.of(SPIKING, Market.of("coinbase:ETH/USD"), Market.of("binance:XRP/USD"));
  private static final int TRADES = 6_000;

  @TempDir Path temporary;

  @Test
  void everyTradeIsReadOnceAndTheSpikeIsAnAlertInSlack() throws Exception {
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
        TopicReader trades = new TopicReader(demo.bootstrap(), "count", "trades")) {
      await("every trade in the topic")
          .atMost(PATIENCE)
          .until(() -> trades.eventIds().size() >= TRADES);
      assertThat(trades.eventIds()).hasSize(TRADES);
      assertThat(new HashSet<>(trades.eventIds())).hasSize(TRADES);

      // Nomics tells markets by the id of each exchange.
      await("the spike in Slack")
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(demo.texts("trade-alerts"))
                      .anyMatch(text -> text.matches("(?s)BTC/USD on Kraken: .*%.*")));
      await("the page to count the same")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonNode counts =
                    RunningDemo.json(demo.page().resolve("api/markets")).path("counts");
                assertThat(counts.path("happened").asInt()).isEqualTo(TRADES);
                assertThat(counts.path("read").asInt()).isEqualTo(TRADES);
                assertThat(counts.path("doubled").asInt()).isZero();
                assertThat(counts.path("posted").asInt()).isPositive();
              });
    }
  }

  private static Path recorded(Path file) throws IOException {
    RandomTrades random = new RandomTrades(7, MARKETS, 0.3, 2.5, START);
    // 40 minutes in all; the spike comes when the job knows what is usual.
    random.plan(
        Shock.everywhere(SPIKING, START.plusSeconds(2_200), Duration.ofSeconds(60), 1.05, 3));
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
