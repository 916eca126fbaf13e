package io.bellwether.connect.nomics.source.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final Pace PACE =
      new Pace(10, Duration.ofSeconds(100), 1_000, Duration.ofSeconds(1));

  @Test
  void aBusyMarketIsATaskOfItsOwnAndTheQuietOnesShareTheOther() {
    Map<String, Double> rates = Map.of("busy", 4_000.0, "a", 1.0, "b", 2.0, "c", 0.0);
    List<Shares<String>> shares = Shares.of(List.of("a", "b", "busy", "c"), rates::get, PACE, 2);
    assertThat(shares).extracting(Shares::markets).contains(List.of("busy"));
    assertThat(shares.get(0).markets().size() + shares.get(1).markets().size()).isEqualTo(4);
    double busy =
        shares.stream()
            .filter(s -> s.markets().contains("busy"))
            .findFirst()
            .orElseThrow()
            .requestsPerSecond();
    assertThat(busy).isGreaterThan(9);
  }

  @Test
  void theBudgetIsSplitWhollyAndEveryTaskCanKeepTheBound() {
    List<Integer> markets = IntStream.range(0, 900).boxed().toList();
    List<Shares<Integer>> shares = Shares.of(markets, n -> n * n, PACE, 4);
    assertThat(shares).hasSize(4);
    assertThat(shares.stream().mapToDouble(Shares::requestsPerSecond).sum())
        .isCloseTo(10, within(1e-6));
    for (Shares<Integer> share : shares) {
      assertThat(share.markets().size() * PACE.boundLoad())
          .isLessThanOrEqualTo(share.requestsPerSecond() + 1e-9);
    }
  }

  @Test
  void marketsOfWhichNothingIsKnownAreSplitByCount() {
    List<Shares<Integer>> shares =
        Shares.of(IntStream.range(0, 10).boxed().toList(), n -> 0, PACE, 3);
    assertThat(shares)
        .extracting(share -> share.markets().size())
        .containsExactlyInAnyOrder(4, 3, 3);
  }

  @Test
  void thereAreNoMoreTasksThanMarkets() {
    assertThat(Shares.of(List.of("one"), market -> 5, PACE, 8)).hasSize(1);
    assertThat(Shares.of(List.<String>of(), market -> 5, PACE, 8)).isEmpty();
  }
}
