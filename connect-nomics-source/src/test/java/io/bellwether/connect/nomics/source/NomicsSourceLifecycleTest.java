package io.bellwether.connect.nomics.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.connect.nomics.source.read.Recorded;
import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<String, String> config = WorkerUnderTest.topicCreation();
    config.put("topic.creation.heartbeats.include", "bellwether-heartbeats,market-metadata.*");
    config.put("connector.class", NomicsSourceConnector.class.getName());
    config.put("tasks.max", "1");
    config.put("trades.api", api);
    config.put("trades.api.url", Recorded.url(service, api));
    config.put("trades.api.key", "nomics-key");
    config.put("markets.include", ".*");
    config.put("start.from", "beginning");
    config.put("topic", topic);
    config.put("metadata.topic", "market-metadata-" + topic);
    config.put("requests.per.second", "200");
    config.put("poll.interval.ms", "20");
    config.put("heartbeat.interval.ms", "50");
    config.put("markets.interval.ms", "300");
    return config;
  }

  /** The trades are of 2019: Kafka would soon delete them by their age. */
  private static void createTopic(String topic) {
    worker.connect().kafka().createTopic(topic, 1, 1, Map.of("retention.ms", "-1"));
  }

  private static void run(String name, Map<String, String> config, int tasks) {
    createTopic(config.get("topic"));
    worker.submit(name, config, tasks);
  }

  private static Map<String, List<Long>> ids(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                record -> new String(record.key(), UTF_8),
                Collectors.mapping(
                    record -> Long.valueOf(WorkerUnderTest.field(record, "id")),
                    Collectors.toList())));
  }

  @ParameterizedTest
  @CsvSource({"nomics, 12477", "kraken, 2672", "coinbase, 3000", "binance, 12477"})
  void whatWasTradedIsInKafkaOnce(String api, int count) {
    Market market = service.markets().list((api.equals("nomics") ? "binance" : api) + ":XRP/ETH");
    Recorded.into(service, market, count, 20190701);
    run("all-" + api, config(api, "all-" + api), 1);
    List<ConsumerRecord<byte[], byte[]>> records = worker.awaitRecords("all-" + api, count);
    assertThat(ids(records).values()).containsExactly(Recorded.ids(service, market));
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
                assertThat(ids(records).get(market.toString()))
                    .isEqualTo(Recorded.ids(service, market)));
    assertThat(ids(records).get("binance:ADA/USD")).isEqualTo(Recorded.ids(service, late));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(worker.metric("found", "markets")).isEqualTo(4));
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
    assertThat(ids(worker.awaitRecords("bad", 400)).get("kraken:BTC/USD"))
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
