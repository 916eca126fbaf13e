package io.bellwether.connect.nomics.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Market;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a task waits for, it stops at once. */
@Timeout(60)
class StopTest {
  @ParameterizedTest
  @ValueSource(strings = {"no answer", "told to wait", "nothing to do"})
  void nothingKeepsAStopWaiting(String state) {
    try (TaskUnderTest it = new TaskUnderTest("binance")) {
      it.config.put("trades.timeout.ms", "60000");
      Market market = it.service.markets().list("binance:XRP/ETH");
      Recorded.into(it.service, market, 5, 1);
      it.start();
      switch (state) {
        case "no answer" ->
            it.service.faults().always("binance.aggTrades", Fault.timeout(Duration.ofSeconds(30)));
        case "told to wait" ->
            it.service.faults().always("binance.aggTrades", Fault.rateLimited(Duration.ofHours(1)));
        default -> it.pollUntil(() -> it.trades.size() == 5);
      }
      it.pollCalls(state.equals("no answer") ? 0 : 1);

      Instant begin = Instant.now();
      it.stop();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }
  }
}
