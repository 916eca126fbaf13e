package io.bellwether.analyzer.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.ConfigCheck;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.analyzer.trades.indicator.Change;
import io.bellwether.analyzer.trades.indicator.Extreme;
import io.bellwether.analyzer.trades.indicator.Measured;
import io.bellwether.analyzer.trades.indicator.RoundTrip;
import io.bellwether.analyzer.trades.indicator.Threshold;
import io.bellwether.analyzer.trades.watch.Named;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradesKeysTest {
  private static final String INTRO =
      """
      The keys of `job=trades`, beside those that [all jobs share](analyzer.md). What the job does is in
      [trades.md](../trades.md).

      An indicator has a name of your own; `<name>` stands for it. Of its keys only those of its type exist, which is
      why each type has a section.
      """;

  private static final Map<String, String> LEAST =
      Map.of(
          "job", "trades",
          "kafka.bootstrap.servers", "localhost:9092",
          "topics", "trades",
          "checkpoint.location", "/tmp/c");

  @TempDir Path folder;

  @Test
  void theReferencePageIsCurrent() {
    ConfigDef definition = new ConfigDef();
    TradesKeys.general(definition);
    IndicatorKeys.type(new KeyGroup(definition, "Every indicator"), "indicator.<name>.");
    for (IndicatorKeys type : IndicatorKeys.values()) {
      ConfigDef one = new ConfigDef();
      type.define(new KeyGroup(one, "Indicators of type " + type.word()), "");
      ConfigContract.holds(one);
      // Several types have keys of the same name, which the page tells apart.
      new KeyGroup(definition, "Indicators of type " + type.word())
          .embed("indicator.<name of type " + type.word() + ">.", one);
    }
    ReferencePage.isCurrent("analyzer-trades.md", "Trades job configuration", INTRO, definition);
  }

  @Test
  void theLeastConfigurationHasIndicatorsAndCandles() throws FaultyConfigException {
    Settings settings = settings(LEAST);
    assertThat(settings.indicators())
        .extracting(Named::name)
        .containsExactly("record", "spike", "volume", "round-trip");
    assertThat(settings.widths()).hasSize(3);
  }

  @Test
  void eachTypeIsMadeOfItsKeys() throws FaultyConfigException, IOException {
    Path seed =
        Files.writeString(
            folder.resolve("seed.csv"), "exchange,market,high,low\nkraken,BTC/USD,20000,0.05\n");
    Map<String, String> given = new HashMap<>(LEAST);
    given.putAll(
        Map.of(
            "indicators", "a,b,c,d",
            "indicator.a.type", "extreme",
            "indicator.a.seed.file", seed.toString(),
            "indicator.b.type", "change",
            "indicator.b.percent", "2.5",
            "indicator.c.type", "threshold",
            "indicator.c.level", "10000"));
    given.putAll(
        Map.of(
            "indicator.c.direction", "down",
            "indicator.d.type", "round-trip",
            "indicator.d.fees", "kraken:0.26"));
    List<Named> indicators = settings(given).indicators();
    assertThat(((Extreme) indicators.get(0).indicator()).seeds())
        .containsEntry(
            "kraken:BTC/USD", new Extreme.Seed(new BigDecimal("20000"), new BigDecimal("0.05")));
    assertThat(indicators.get(1).indicator())
        .isEqualTo(
            new Change(Measured.PRICE, Ticks.minutes(5), 2.5, 4, Ticks.minutes(15), 288, 30));
    Threshold threshold = (Threshold) indicators.get(2).indicator();
    assertThat(threshold.back()).isEqualByComparingTo("10050");
    assertThat(threshold.upwards()).isFalse();
    assertThat(((RoundTrip) indicators.get(3).indicator()).fees()).containsEntry("kraken", 0.0026);
  }

  @Test
  void onlySettingsThatChangeWhatIsRememberedLetAnIndicatorBeginAnew()
      throws FaultyConfigException {
    int before = fingerprint(Map.of());
    assertThat(fingerprint(Map.of("indicator.spike.percent", "3"))).isEqualTo(before);
    assertThat(fingerprint(Map.of("indicator.spike.window.minutes", "6"))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indicator.spike.window.minuts | 5 | Did you mean 'indicator.spike.window.minutes'?
          indicator.spike.level | 5 | Unknown key 'indicator.spike.level'
          indicator.spike.type | spike | one of extreme, change
          indicator.spike.sigma | -1 | a number from 0 to 1000
          indicator.deal.fees | kraken | exchange:percent
          indicator.level.level | 0 | a decimal above 0
          indicator.none.type | change | Unknown key
          indicators | spike,Spike | lower case
          candles | 1m,2m | a list of 1m, 5m, 1h
          trigger | continuous | Use micro-batch
          alerts.topic | trades | also read
          routes | a,b | Unknown key 'routes'
          indicator.likely.at.least | 0.5 | model.location: missing
          """)
  void aFaultNamesKeyAndRemedy(String key, String value, String remedy) {
    Map<String, String> given = new HashMap<>(LEAST);
    given.putAll(
        Map.of(
            "indicators", "spike,level,deal,likely",
            "indicator.spike.type", "change",
            "indicator.level.type", "threshold",
            "indicator.level.level", "5",
            "indicator.deal.type", "round-trip",
            "indicator.likely.type", "probability"));
    given.put(key, value);
    FaultyConfigException faulty =
        catchThrowableOfType(FaultyConfigException.class, () -> check(given));
    assertThat(faulty.faults()).anySatisfy(fault -> assertThat(fault).contains(remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exchange,market,high\\nkraken,BTC/USD,1 | line
          exchange,market,high,low\\nkraken,BTC/USD,1,much | line
          exchange,market,high,low\\nkraken,BTC/USD,1,2 | above its high
          """)
  void aFaultySeedIsToldWithItsKey(String content, String fault) throws Exception {
    Path seed = Files.writeString(folder.resolve("seed.csv"), content.replace("\\n", "\n"));
    Map<String, String> given = new HashMap<>(LEAST);
    given.put("indicator.record.seed.file", seed.toString());
    assertThat(new TradesConfig(check(given)).seedFaults())
        .singleElement()
        .asString()
        .startsWith("indicator.record.seed.file: ")
        .contains(fault);
  }

  private int fingerprint(Map<String, String> more) throws FaultyConfigException {
    Map<String, String> given = new HashMap<>(LEAST);
    given.putAll(more);
    return settings(given).indicators().get(1).fingerprint();
  }

  private static Settings settings(Map<String, String> given) throws FaultyConfigException {
    return new TradesConfig(check(given)).settings(Optional.empty());
  }

  private static AnalyzerConfig check(Map<String, String> given) throws FaultyConfigException {
    return ConfigCheck.check(new JobFile("test", given), List.of(new Trades().keys()));
  }
}
