package io.bellwether.connect.nomics.source.read;

import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.nomics.source.NomicsSourceConfig;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task against a stand-in; the test plays the worker, and may kill it between two records. */
final class TaskUnderTest implements AutoCloseable {
  final TradesStandIn service;
  final Map<String, String> config = new HashMap<>();
  final List<SourceRecord> trades = new ArrayList<>();
  final List<SourceRecord> gaps = new ArrayList<>();
  final List<SourceRecord> metadata = new ArrayList<>();
  final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();
  private StartedNomicsSource task;

  /**
   * @param api nomics, kraken, coinbase or binance
   */
  TaskUnderTest(String api) {
    this(api, Options.defaults().withRateLimits(false));
  }

  TaskUnderTest(String api, Options options) {
    service = TradesStandIn.start(options);
    config.put("trades.api", api);
    config.put("trades.api.url", Recorded.url(service, api));
    config.put("trades.api.key", "nomics-key");
    config.put("trades.timeout.ms", "2000");
    config.put("start.from", "beginning");
    config.put("requests.per.second", "1000");
    config.put("poll.interval.ms", "10");
    config.put("heartbeat.interval.ms", "10");
    config.put("gaps.topic", "gaps");
    config.put("task.connector.started", Instant.now().toString());
  }

  /** Starts the task with all markets that the service lists. */
  void start() {
    try (TradeApi api =
        new NomicsSourceConfig(config).api(CallMeters.unpublished(), InstantSource.system())) {
      List<Market> all = ((Ok<List<Market>>) api.markets()).value();
      config.put("task.markets", MarketList.write(all));
    }
    startAgain();
  }

  /** Starts the task with the markets it had. */
  void startAgain() {
    task =
        new StartedNomicsSource(
            new NomicsSourceConfig(config), "trades", new Stored(), Meters.none());
  }

  /** Polls until this holds. */
  void pollUntil(BooleanSupplier condition) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              polled().forEach(this::deliver);
              return condition.getAsBoolean();
            });
  }

  /** Polls until so many more calls of the service have been answered. */
  void pollCalls(int more) {
    int before = service.calls().size();
    pollUntil(() -> service.calls().size() >= before + more);
  }

  /** The worker stops the task. */
  void stop() {
    task.close();
  }

  /** Kafka takes what was polled up to some record, then the worker dies. */
  void pollAndDie(Random random) {
    for (SourceRecord record : polled()) {
      if (random.nextInt(200) == 0) {
        break;
      }
      deliver(record);
    }
    task.close();
  }

  private List<SourceRecord> polled() {
    try {
      List<SourceRecord> polled = task.poll();
      return polled == null ? List.of() : polled;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(SourceRecord record) {
    switch (record.topic()) {
      case "trades" -> trades.add(record);
      case "gaps" -> gaps.add(record);
      case "market-metadata" -> metadata.add(record);
      default -> {
        // A heartbeat.
      }
    }
    stored.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
  }

  /** The ids that Kafka has of a market's trades, in order. */
  List<Long> ids(String key) {
    return trades.stream()
        .filter(record -> record.key().equals(key))
        .map(record -> Long.parseLong(((Struct) record.value()).getString("id")))
        .toList();
  }

  /** What the gaps say. */
  List<String> gapReasons() {
    return gaps.stream().map(record -> ((Struct) record.value()).getString("reason")).toList();
  }

  @Override
  public void close() {
    if (task != null) {
      task.close();
    }
    service.close();
  }

  /** Connect's stored offsets, as they would be read after a restart. */
  private final class Stored implements OffsetStorageReader {
    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
      return stored.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(
        Collection<Map<String, T>> partitions) {
      Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
      partitions.forEach(partition -> found.put(partition, stored.get(partition)));
      return found;
    }
  }
}
