package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.TradeTopics;
import io.bellwether.quickstart.stack.WorkerApi;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded trades through the stand-in, the source in each of its dialects, Kafka and the trades
 * job, which is killed meanwhile. The recordings are made up from a seed; name files of your own,
 * such as {@code demo --trades} takes, by {@code -Dbellwether.trades.files=FILE,FILE}.
 */
class RecordedTradesIT {
  private static final String FILES = "bellwether.trades.files";
  private static final String KEY = "recorded-trades-key";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** By dialect, the exchange that is read over it. */
  private static final Map<String, String> EXCHANGES =
      new TreeMap<>(
          Map.of(
              "nomics", "bitfinex",
              "kraken", "kraken",
              "coinbase", "coinbase",
              "binance", "binance"));

  /** The indicators of the shipped configuration. */
  private static final List<String> SHIPPED = List.of("record", "spike", "volume", "round-trip");

  private static final BigDecimal LEVEL_TO_BACK = new BigDecimal("0.9999");

  @TempDir Path temporary;
  private final TradesStandIn service =
      TradesStandIn.start(Options.defaults().withRateLimits(false).withNomicsKey(KEY));
  private List<Recording> recordings;
  private Stack stack;

  @BeforeEach
  void start() throws Exception {
    recordings = files().map(Recording::read).toList();
    stack = new Stack(temporary.resolve("state")).withKafka(KafkaUnderTest::local, TradeTopics.ALL);
  }

  private Stream<Path> files() throws IOException {
    String named = System.getProperty(FILES);
    return named != null
        ? Stream.of(named.split(",")).map(Path::of)
        : Stream.of(
            Recording.madeUp(
                temporary.resolve("a.csv"), "XRP/ETH", 1_500, "0.00141342", 13_519_807, 20191011),
            Recording.madeUp(temporary.resolve("b.csv"), "BTC/USD", 600, "10749.4", -1, 20190701));
  }

  @AfterEach
  void stop() throws Exception {
    stack.close();
    service.close();
  }

  @Test
  void everyTradeArrivesOnceAndCandlesAndAlertsAreThoseOfAllTradesAtOnce() throws Exception {
    Map<String, Recording> markets = new HashMap<>();
    EXCHANGES.forEach(
        (api, exchange) ->
            recordings.forEach(
                recording -> {
                  Market market = recording.on(service, exchange);
                  boolean ownId = api.equals("nomics");
                  markets.put(
                      exchange + ":" + (ownId ? market.nativeId() : market.pair()), recording);
                }));
    readInto("trades", markets);
    assertMetadata(markets.keySet());

    watch(markets);

    assertCandles(markets);
    assertAlerts(markets);
    try (TopicReader dead = reader(TradeTopics.DEAD_TRADES)) {
      assertThat(dead.all()).isEmpty();
    }
    recordings.forEach(
        recording ->
            System.out.printf(
                "%d trades of %s/%s over each of %s: every one once%n",
                recording.deals().size(), recording.base(), recording.quote(), EXCHANGES.keySet()));
  }

  private void readInto(String topic, Map<String, Recording> markets) throws Exception {
    WorkerApi rest = stack.startWorker(Map.of("TRADES_API_KEY", KEY));
    for (String api : EXCHANGES.keySet()) {
      ConnectorFile connector = connector(api);
      rest.validate(connector);
      rest.submit(connector);
    }
    try (TopicReader trades = reader(topic)) {
      int all = markets.values().stream().mapToInt(recording -> recording.deals().size()).sum();
      await("all trades").atMost(PATIENCE).until(() -> trades.values().size() >= all);
      service.forgetCalls();
      for (String api : EXCHANGES.keySet()) {
        await(api + " to be asked again and again")
            .atMost(PATIENCE)
            .until(
                () ->
                    service.calls().stream().filter(call -> call.name().startsWith(api)).count()
                        >= 3L * recordings.size());
      }
      Map<String, List<String>> ids = new HashMap<>();
      for (JsonNode trade : trades.all()) {
        String market = trade.path("exchange").asText() + ":" + trade.path("market").asText();
        ids.computeIfAbsent(market, unused -> new ArrayList<>())
            .add(trade.path("event_id").asText());
      }
      Map<String, List<String>> expected = new HashMap<>();
      markets.forEach(
          (market, recording) ->
              expected.put(
                  market,
                  recording.deals().stream()
                      .map(deal -> "trade:" + market + ":" + deal.id())
                      .toList()));
      assertThat(ids).isEqualTo(expected);
    }
  }

  private void assertMetadata(Set<String> markets) throws Exception {
    List<String> told = new ArrayList<>();
    try (TopicReader metadata = reader(TradeTopics.METADATA)) {
      for (JsonNode each : metadata.all()) {
        if (each.path("kind").asText().equals("market")) {
          assertThat(each.path("active").asBoolean()).isTrue();
          told.add(each.path("exchange").asText() + ":" + each.path("market").asText());
        }
      }
    }
    assertThat(told).containsAll(markets);
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TradeTopics.METADATA);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()))) {
      Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
    }
  }

  private ConnectorFile connector(String api) {
    String url =
        switch (api) {
          case "kraken" -> service.url() + "/0/public/";
          case "binance" -> service.url() + "/api/v3/";
          case "nomics" -> service.nomicsUrl().toString();
          default -> service.url().toString();
        };
    Map<String, String> changes =
        new HashMap<>(
            Map.of(
                "trades.api",
                api,
                "trades.api.url",
                url,
                "markets.include",
                EXCHANGES.get(api) + ":.*",
                "start.from",
                "beginning",
                "requests.per.second",
                "20",
                "poll.interval.ms",
                "100"));
    if (api.equals("nomics")) {
      changes.put("trades.api.key", "${env:TRADES_API_KEY}");
    }
    ConnectorFile shipped =
        ConnectorFile.read(Home.ofThisProgram().config("nomics-source.json")).without("markets");
    return new ConnectorFile("trades-" + api, shipped.with(changes).config());
  }

  /** The job is killed when it has written something, and then works off what is left. */
  private void watch(Map<String, Recording> markets) throws Exception {
    int all = markets.values().stream().mapToInt(recording -> recording.deals().size()).sum();
    Map<String, String> changes = new HashMap<>();
    changes.put("max.offsets.per.trigger", String.valueOf(all / 20));
    List<String> names = new ArrayList<>(SHIPPED);
    for (Recording recording : recordings) {
      String name = name(recording);
      names.add(name);
      changes.put("indicator." + name + ".type", "threshold");
      changes.put("indicator." + name + ".level", recording.median().toPlainString());
      changes.put("indicator." + name + ".hysteresis.percent", "0.01");
      changes.put(
          "indicator." + name + ".markets",
          String.join(
              "|",
              markets.entrySet().stream()
                  .filter(entry -> entry.getValue().equals(recording))
                  .map(Map.Entry::getKey)
                  .toList()));
    }
    changes.put("indicators", String.join(",", names));
    // A batch a second, so that the kill comes long before the end on any machine.
    changes.put("trigger.interval.ms", "1000");
    Child job = stack.startJob("trades-analyzer", changes);
    try (TopicReader candles = reader(TradeTopics.INDICATORS)) {
      await("first candles").atMost(PATIENCE).until(() -> !candles.values().isEmpty());
      stack.kill(job);
      int expected =
          markets.values().stream().mapToInt(each -> Expected.candles(each).size()).sum();
      assertThat(candles.all()).as("it was killed amid its work").hasSizeLessThan(expected);
    }
    assertThat(stack.runJob("trades-analyzer", changes)).isZero();
  }

  private static String name(Recording recording) {
    return "level-" + recording.base().toLowerCase(Locale.ROOT);
  }

  private void assertCandles(Map<String, Recording> markets) {
    Map<String, Map<String, JsonNode>> newest = new HashMap<>();
    for (JsonNode candle : once(TradeTopics.INDICATORS).values()) {
      String market = candle.path("exchange").asText() + ":" + candle.path("market").asText();
      newest
          .computeIfAbsent(market, unused -> new TreeMap<>())
          .merge(
              candle.path("window").asText() + " " + candle.path("start").asText(),
              candle,
              (one, other) ->
                  one.path("event_version").asLong() > other.path("event_version").asLong()
                      ? one
                      : other);
    }
    assertThat(newest.keySet()).isEqualTo(markets.keySet());
    markets.forEach(
        (market, recording) -> {
          Map<String, String> written = new TreeMap<>();
          newest.get(market).forEach((key, candle) -> written.put(key, Expected.text(candle)));
          assertThat(written).as(market).isEqualTo(Expected.candles(recording));
        });
  }

  private void assertAlerts(Map<String, Recording> markets) {
    List<String> expected = new ArrayList<>();
    markets.forEach(
        (market, recording) -> {
          BigDecimal level = recording.median();
          List<Long> crossings =
              Expected.crossings(recording, level, level.multiply(LEVEL_TO_BACK));
          assertThat(crossings).as(market).isNotEmpty();
          crossings.forEach(
              id -> expected.add("alert:" + name(recording) + ":up:trade:" + market + ":" + id));
        });
    assertThat(once(TradeTopics.ALERTS).keySet())
        .filteredOn(id -> id.startsWith("alert:level-"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** By event id: what a kill had written twice must be the same twice. */
  private Map<String, JsonNode> once(String topic) {
    Map<String, JsonNode> once = new HashMap<>();
    try (TopicReader reader = reader(topic)) {
      for (JsonNode record : reader.all()) {
        JsonNode before = once.put(record.path("event_id").asText(), record);
        assertThat(before == null ? record : before).isEqualTo(record);
      }
    }
    return once;
  }

  private TopicReader reader(String topic) {
    return new TopicReader(stack.bootstrap(), "recorded-" + System.nanoTime(), topic);
  }
}
