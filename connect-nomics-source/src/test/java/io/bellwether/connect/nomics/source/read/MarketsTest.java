package io.bellwether.connect.nomics.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.nomics.source.mapping.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class MarketsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Market BTC = market("BTC/USD", true);
  private static final Market ETH = market("ETH/USD", true);
  private static final Market EUR = market("BTC/EUR", true);
  private static final Market OLD = market("OLD/USD", false);
  private static final List<Market> ALL = List.of(BTC, ETH, EUR, OLD);

  private static Market market(String name, boolean active) {
    return new Market("kraken", name, name.substring(0, 3), name.substring(4), "X" + name, active);
  }

  @Test
  void listedOnesAreReadWhateverThePatternsSayAndOthersByThem() {
    MarketChoice choice =
        new MarketChoice(
            List.of("kraken:BTC/USD"),
            Optional.of(Pattern.compile(".*/USD|.*/EUR")),
            Optional.of(Pattern.compile(".*BTC.*")));
    assertThat(choice.of(ALL)).containsExactly(BTC, ETH);
  }

  @Test
  void whatIsNotTradedAnyMoreIsReadOnlyWhereItIsListed() {
    assertThat(
            new MarketChoice(List.of("kraken:OLD/USD"), Optional.empty(), Optional.empty()).of(ALL))
        .containsExactly(OLD);
    assertThat(
            new MarketChoice(List.of(), Optional.of(Pattern.compile(".*")), Optional.empty())
                .of(ALL))
        .containsExactly(BTC, ETH, EUR);
  }

  @Test
  void aMarketThatIsGoneStaysForAWhileAndIsToldToBeGone() {
    Roster roster = new Roster(Duration.ofMinutes(20));
    assertThat(roster.look(List.of(BTC, ETH), NOW)).containsExactly(BTC, ETH);
    assertThat(roster.look(List.of(BTC), NOW.plusSeconds(600))).containsExactly(BTC, ETH.gone());
    assertThat(roster.look(List.of(BTC, ETH), NOW.plusSeconds(601))).containsExactly(BTC, ETH);
    assertThat(roster.look(List.of(BTC), NOW.plusSeconds(602))).containsExactly(BTC, ETH.gone());
    assertThat(ETH.gone().active()).isFalse();
    assertThat(roster.look(List.of(BTC), NOW.plusSeconds(1_803))).containsExactly(BTC);
    assertThat(roster.look(List.of(EUR, BTC), NOW.plusSeconds(1_900))).containsExactly(BTC, EUR);
  }

  @Test
  void tasksGetTheirMarketsAsText() {
    assertThat(MarketList.read(MarketList.write(ALL))).isEqualTo(ALL);
    assertThat(MarketList.read("")).isEmpty();
    assertThat(MarketList.isWritable(market("A\nB/USD", true))).isFalse();
    assertThatThrownBy(() -> MarketList.read("kraken")).isInstanceOf(ConnectException.class);
  }

  @Test
  void similarMarketsAreSuggested() {
    assertThat(NearMarkets.to("kraken:BTC/USDT", ALL)).startsWith("kraken:BTC/USD");
  }
}
