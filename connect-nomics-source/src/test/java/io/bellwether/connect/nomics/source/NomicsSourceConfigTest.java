package io.bellwether.connect.nomics.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import io.bellwether.connect.nomics.source.read.MarketChoice;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NomicsSourceConfigTest {
  private static TradesStandIn service;

  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "name", "trades",
              "trades.api", "kraken",
              "trades.api.url", service.url() + "/0/public/",
              "markets", "BTC/USD"));

  @BeforeAll
  static void start() {
    service = TradesStandIn.start(Options.defaults().withRateLimits(false));
    for (String market : List.of("BTC/USD", "ETH/USD", "XRP/EUR")) {
      service.markets().list("kraken:" + market);
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private List<String> errors(String key) {
    return new NomicsSourceConnector()
        .validate(properties).configValues().stream()
            .filter(value -> value.name().equals(key))
            .map(ConfigValue::errorMessages)
            .findFirst()
            .orElse(List.of());
  }

  @Test
  void everyKeyIsDescribed() {
    ConfigContract.holds(NomicsSourceConfig.DEFINITION);
  }

  @Test
  void theReferenceIsCurrent() {
    ReferencePage.isCurrent(
        "nomics-source.md",
        "Trades source connector",
        "The keys of `io.bellwether.connect.nomics.source.NomicsSourceConnector`, besides those of"
            + " Kafka Connect itself. What it promises and what each exchange can do is written down"
            + " in [trades-source.md](../trades-source.md).",
        NomicsSourceConfig.DEFINITION);
  }

  @Test
  void aGoodConfigurationHasNoErrors() {
    assertThat(new NomicsSourceConnector().validate(properties).configValues())
        .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
  }

  @Test
  void nothingToReadIsAnError() {
    properties.remove("markets");
    assertThat(errors("markets").get(0)).contains("Nothing is to be read", "markets.include");
  }

  @Test
  void aMarketThatThereIsNotIsAnsweredWithSimilarOnes() {
    properties.put("markets", "kraken:BTC/USDD,ETH/USD");
    assertThat(errors("markets").get(0)).contains("no market kraken:BTC/USDD.", "kraken:BTC/USD,");
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    properties.put("markets.include", ".*:.*/JPY");
    properties.remove("markets");
    assertThat(errors("markets.include").get(0)).contains("None of the 3 markets matches");
  }

  @Test
  void aBoundThatTheBudgetCannotKeepIsAnError() {
    properties.put("markets.include", ".*");
    properties.put("requests.per.second", "0.01");
    properties.put("staleness.ms", "60000");
    assertThat(errors("staleness.ms").get(0))
        .contains("3 markets", "60000 ms", "0.01 requests", "set staleness.ms to 316000 or more");
    properties.put("staleness.ms", "316000");
    assertThat(errors("staleness.ms")).isEmpty();
  }

  @Test
  void nomicsNeedsAServerAndItsKey() {
    properties.put("trades.api", "nomics");
    properties.remove("trades.api.url");
    assertThat(errors("trades.api.url").get(0)).contains("closed in 2023");
    properties.put("trades.api.url", service.nomicsUrl().toString());
    properties.put("trades.api.key", "hunter2");
    properties.put("markets", "kraken:XXBTZUSD");
    assertThat(errors("trades.api.key").get(0))
        .contains("set trades.api.key")
        .doesNotContain("hunter2");
    properties.put("trades.api.key", "nomics-key");
    assertThat(errors("trades.api.key")).isEmpty();
    assertThat(errors("markets")).isEmpty();
  }

  @Test
  void aServiceThatCannotBeReachedIsAnErrorOfTheUrl() {
    properties.put("trades.api.url", "http://127.0.0.1:1/");
    assertThat(errors("trades.api.url").get(0))
        .contains("cannot be reached", "check trades.api.url");
  }

  @Test
  void anotherServiceBehindTheUrlIsAnError() {
    properties.put("trades.api.url", service.url() + "/nothing/");
    assertThat(errors("trades.api.url").get(0)).contains("trades.api.url");
  }

  @Test
  void pagesAreNoLongerThanTheServiceGives() {
    properties.put("page.size", "2500");
    assertThat(errors("page.size").get(0)).contains("Kraken gives at most 1000");
  }

  @Test
  void unknownKeysAndBadWordsAreAnswered() {
    properties.put("market", "x");
    assertThat(errors("market").get(0)).contains("Did you mean 'markets'?");
    properties.put("trades.api", "bitfinex");
    assertThat(errors("trades.api").get(0))
        .contains("Use one of nomics, kraken, coinbase, binance");
  }

  @Test
  void anExclusionNeedsSomethingToExcludeFrom() {
    properties.put("markets.exclude", ".*EUR");
    assertThat(errors("markets.exclude").get(0)).contains("set markets.include");
  }

  @Test
  void anExchangeThatIsPlainMayBeLeftOut() {
    MarketChoice choice = new NomicsSourceConfig(properties).choice();
    assertThat(choice.listed()).containsExactly("kraken:BTC/USD");
  }

  @Test
  void whereToStartIsATime() {
    properties.put("task.connector.started", "2026-11-01T00:00:00Z");
    assertThat(new NomicsSourceConfig(properties).startTime())
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    properties.put("start.from", "beginning");
    assertThat(new NomicsSourceConfig(properties).startTime()).isEqualTo(Instant.EPOCH);
    properties.put("start.from", "2023-11-14T22:13:20Z");
    assertThat(new NomicsSourceConfig(properties).startTime())
        .isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
  }

  @Test
  void positionsAreExactlyOnceWhateverTheConfiguration() {
    assertThat(new NomicsSourceConnector().exactlyOnceSupport(properties))
        .isEqualTo(ExactlyOnceSupport.SUPPORTED);
  }

  @Test
  void offsetsAreCheckedBeforeTheyAreStored() {
    Map<String, String> partition = Map.of("exchange", "kraken", "market", "BTC/USD");
    NomicsSourceConnector connector = new NomicsSourceConnector();
    Map<Map<String, ?>, Map<String, ?>> good =
        Map.of(partition, Map.of("timestamp", "2026-11-01T00:00:00Z"));
    assertThat(connector.alterOffsets(properties, good)).isTrue();
    Map<Map<String, ?>, Map<String, ?>> tombstone = new HashMap<>();
    tombstone.put(Map.of("anything", "at all"), null);
    assertThat(connector.alterOffsets(properties, tombstone)).isTrue();
    Map<Map<String, ?>, Map<String, ?>> bad = Map.of(partition, Map.of("timestamp", "soon"));
    assertThatThrownBy(() -> connector.alterOffsets(properties, bad))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("timestamp");
  }
}
