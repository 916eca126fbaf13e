package io.bellwether.connect.nomics.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.connect.nomics.source.read.Recorded;
import io.bellwether.standin.trades.Call;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.TradesStandIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorOffset;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorOffsets;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connector in a real worker with exactly-once sources, through the worker's REST interface.
 */
@Timeout(120)
class NomicsSourceLifecycleTest {
  private static WorkerUnderTest worker;
  private TradesStandIn service;

  @BeforeAll
  static void start() {
    worker = new WorkerUnderTest("nomics-source");
  }

  @AfterAll
  static void stop() {
    worker.close();
  }

  @BeforeEach
  void open() {
    service = TradesStandIn.start(Options.defaults().withRateLimits(false));
  }

  @AfterEach
  void close() {
    worker.connect().connectors().forEach(worker::delete);
    service.close();
  }

  private Map<String, String> config(String api, String topic) {
    return Lifecycle.config(service, api, topic);
  }

  /** The trades are of 2019: Kafka would soon delete them by their age. */
  private static void createTopic(String topic) {
    worker.connect().kafka().createTopic(topic, 1, 1, Map.of("retention.ms", "-1"));
  }

  private static void run(String name, Map<String, String> config, int tasks) {
    createTopic(config.get("topic"));
    worker.submit(name, config, tasks);
  }

  @ParameterizedTest
  @CsvSource({"nomics, 12477", "kraken, 2672", "coinbase, 3000", "binance, 12477"})
  void whatWasTradedIsInKafkaOnce(String api, int count) {
    Market market = service.markets().list((api.equals("nomics") ? "binance" : api) + ":XRP/ETH");
    Recorded.into(service, market, count, 20190701);
    run("all-" + api, config(api, "all-" + api), 1);
    List<ConsumerRecord<byte[], byte[]>> records = worker.awaitRecords("all-" + api, count);
    assertThat(Lifecycle.ids(records).values()).containsExactly(Recorded.ids(service, market));
    ConsumerRecord<byte[], byte[]> first = records.get(0);
    assertThat(first.timestamp()).isEqualTo(Recorded.BEGIN.toEpochMilli() + offsetOfFirst(market));
    assertThat(WorkerUnderTest.field(first, "event_id"))
        .isEqualTo("trade:" + new String(first.key(), UTF_8) + ":1");
    assertThat(worker.metric("all-" + api, "records-total")).isEqualTo(count);
    assertThat(worker.metric("all-" + api, "markets")).isEqualTo(1);
    assertThat(worker.records("market-metadata-all-" + api))
        .extracting(record -> WorkerUnderTest.field(record, "kind"))
        .containsExactly("exchange", "market");
  }

  private long offsetOfFirst(Market market) {
    return Duration.between(
            Recorded.BEGIN, service.markets().tape(market).oldest(trade -> true, 1).get(0).time())
        .toMillis();
  }

  @Test
  void stoppedAlteredResumedAndResetItReadsWhatItIsTold() {
    Market market = service.markets().list("kraken:BTC/USD");
    Recorded.into(service, market, 500, 1);
    run("altered", config("kraken", "altered"), 1);
    worker.awaitRecords("altered", 500);

    worker.stop("altered");
    Recorded.more(service, market, 5);
    worker.resume("altered", 1);
    worker.awaitRecords("altered", 505);

    worker.stop("altered");
    var hundredth = service.markets().tape(market).oldest(trade -> trade.id() >= 400, 1).get(0);
    int since = service.markets().tape(market).countSince(hundredth.time());
    worker
        .connect()
        .alterConnectorOffsets(
            "altered", offsets(Map.of("timestamp", hundredth.time().toString())));
    assertThatThrownBy(
            () -> worker.connect().alterConnectorOffsets("altered", offsets(Map.of("id", "x"))))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("field 'id'");
    worker.resume("altered", 1);
    worker.awaitRecords("altered", 505 + since);

    worker.stop("altered");
    worker.connect().resetConnectorOffsets("altered");
    worker.resume("altered", 1);
    worker.awaitRecords("altered", 505 + since + 505);
    assertThat(worker.positions("altered")).contains("kraken", "BTC/USD", "rate");
  }

  private static ConnectorOffsets offsets(Map<String, Object> position) {
    return new ConnectorOffsets(
        List.of(new ConnectorOffset(Map.of("exchange", "kraken", "market", "BTC/USD"), position)));
  }

  @Test
  void newMarketsAreFoundAndTheTasksSplitAnewWithoutLoss() {
    Map<Market, Integer> counts = new HashMap<>();
    for (String name : List.of("BTC/USD", "ETH/USD", "XRP/USD")) {
      counts.put(service.markets().list("binance:" + name), 300);
    }
    counts.forEach((market, count) -> Recorded.into(service, market, count, 3));
    Map<String, String> config = config("binance", "found");
    config.put("tasks.max", "2");
    run("found", config, 2);
    worker.awaitRecords("found", 900);

    Market late = service.markets().list("binance:ADA/USD");
    Recorded.into(service, late, 200, 4);
    counts.keySet().forEach(market -> Recorded.more(service, market, 10));
    List<ConsumerRecord<byte[], byte[]>> records = worker.awaitRecords("found", 1_130);
    counts
        .keySet()
        .forEach(
            market ->
                assertThat(Lifecycle.ids(records).get(market.toString()))
                    .isEqualTo(Recorded.ids(service, market)));
    assertThat(Lifecycle.ids(records).get("binance:ADA/USD"))
        .isEqualTo(Recorded.ids(service, late));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(worker.metric("found", "markets")).isEqualTo(4));
  }

  @Test
  void tasksWhoseLoadHasBecomeUnevenAreSplitAnewWithoutLoss() {
    Map<String, Market> markets = new TreeMap<>();
    for (String pair : List.of("BTC/USD", "ETH/USD", "XRP/USD", "ADA/USD")) {
      markets.put("binance:" + pair, service.markets().list("binance:" + pair));
    }
    Map<String, String> config = config("binance", "uneven");
    config.put("tasks.max", "2");
    config.put("page.size", "50");
    config.put("staleness.ms", "3600000");
    run("uneven", config, 2);
    // Nothing is known of any market, so each task has two. Now those of one of them become busy,
    // and of the others nothing is heard: a few trades would look like many at first.
    Set<String> busy = Lifecycle.shares(worker, "uneven").get(0);
    assertThat(busy).hasSize(2);
    busy.forEach(key -> lately(markets.get(key), 1_500));
    worker.awaitRecords("uneven", 3_000);

    await("one busy market in each task")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Lifecycle.shares(worker, "uneven").stream()
                    .allMatch(share -> share.stream().filter(busy::contains).count() == 1));
    worker.awaitRunning("uneven", 2);
    markets.values().forEach(market -> Recorded.more(service, market, 10));
    Map<String, List<Long>> read = Lifecycle.ids(worker.awaitRecords("uneven", 3_040));
    markets.forEach(
        (key, market) -> assertThat(read.get(key)).isEqualTo(Recorded.ids(service, market)));
  }

  /** Lets so many trades have happened in the last half hour, evenly. */
  private void lately(Market market, int count) {
    Instant begin = Instant.now().minus(Duration.ofMinutes(30));
    for (int n = 0; n < count; n++) {
      Instant time = begin.plusSeconds(1_800L * n / count);
      service.markets().trade(Draft.of(market, time, "0.5", "1.0", Side.SELL));
    }
  }

  @Test
  void aBanIsWaitedOutToldAndCountedAndNoTradeIsLost() {
    Market market = service.markets().list("binance:XRP/ETH");
    Recorded.into(service, market, 100, 7);
    Map<String, String> config = config("binance", "banned");
    config.put("page.size", "50");
    // The connector's own looks at the list would meet the ban too.
    config.put("markets.interval.ms", "900000");
    run("banned", config, 1);
    worker.awaitRecords("banned", 100);
    double limited = worker.metric("banned", "requests-limited-total");
    service.forgetCalls();
    service.faults().next(1, "binance.aggTrades", Fault.rateLimited(Duration.ofSeconds(1)));
    service.faults().next(1, "binance.aggTrades", Fault.banned(Duration.ofSeconds(4)));
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      Recorded.more(service, market, 300);
      assertThat(Lifecycle.ids(worker.awaitRecords("banned", 400)).get("binance:XRP/ETH"))
          .isEqualTo(Recorded.ids(service, market));
    } finally {
      System.setErr(err);
    }

    List<Call> calls = service.calls();
    assertThat(calls)
        .extracting(Call::status)
        .startsWith(429, 418, 200)
        .contains(418)
        .hasSizeGreaterThan(7);
    assertThat(calls.stream().filter(call -> !call.ok())).hasSize(2);
    assertThat(service.callsInsideRetryAfter()).isEmpty();
    assertThat(Duration.between(calls.get(1).at(), calls.get(2).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(worker.metric("banned", "requests-limited-total") - limited).isEqualTo(2);
    worker.awaitRunning("banned", 1);
    assertThat(log.toString(UTF_8))
        .contains(
            "binance:XRP/ETH waits PT4S: Binance has banned this address for calls (HTTP 418)");
  }

  @Test
  void aBadServiceIsWaitedOutAndTheCountIsExact() {
    Market market = service.markets().list("kraken:BTC/USD");
    Recorded.into(service, market, 400, 5);
    service
        .faults()
        .seeded(
            5,
            0.3,
            List.of(
                Fault.serverError(503),
                Fault.serviceError("EService:Busy"),
                Fault.of(Fault.Kind.BROKEN_JSON),
                Fault.of(Fault.Kind.TRUNCATED),
                Fault.of(Fault.Kind.RESET)));
    Map<String, String> config = config("kraken", "bad");
    config.put("page.size", "50");
    createTopic("bad");
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(ConnectRestException.class)
        .until(() -> worker.connect().configureConnector("bad", config) != null);
    assertThat(Lifecycle.ids(worker.awaitRecords("bad", 400)).get("kraken:BTC/USD"))
        .isEqualTo(Recorded.ids(service, market));
  }

  @Test
  void aKeyThatIsRefusedFailsTheTaskWithItsRemedy() {
    Market market = service.markets().list("binance:XRP/ETH");
    Recorded.into(service, market, 5, 5);
    run("refused", config("nomics", "refused"), 1);
    worker.awaitRecords("refused", 5);
    service.faults().always("nomics.trades", Fault.serverError(401));
    assertThat(worker.awaitFailure("refused"))
        .contains("refuses the key", "trades.api.key")
        .doesNotContain("nomics-key");
  }
}
