package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.gaps.Gaps;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.nomics.source.NomicsSourceConfig;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.MetadataRecords;
import io.bellwether.connect.nomics.source.mapping.TradeRecords;
import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.nomics.source.schedule.MarketSchedule;
import io.bellwether.connect.nomics.source.schedule.Pace;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.poll.Lane;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.remote.RetryClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task that runs: it tells which markets it reads, then it reads them until it is closed. */
public final class StartedNomicsSource implements AutoCloseable {
  private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(500, 2, 60_000, 0.2);

  private final NomicsSourceConfig config;
  private final InstantSource clock = InstantSource.system();
  private final PollLoop loop = new PollLoop("trades-call");
  private final TradeApi api;
  private final Carried carried;
  private final TradesReader reader;
  private final List<SourceRecord> metadata = new ArrayList<>();

  /**
   * @param connector its name, for heartbeats and gaps
   * @param offsets what Connect has stored
   * @param meters where the task tells of itself
   */
  public StartedNomicsSource(
      NomicsSourceConfig config, String connector, OffsetStorageReader offsets, Meters meters) {
    this.config = config;
    List<Market> markets = config.taskMarkets();
    SourceMeters reading = new SourceMeters(meters, markets.size(), clock);
    this.api = config.api(new CallMeters(config.dialect().title(), meters, clock), clock);
    this.carried =
        new Carried(
            new Heartbeats(config.getString(NomicsSourceConfig.HEARTBEAT_TOPIC), connector),
            config.heartbeatInterval());
    Pace pace = config.pace();
    MarketSchedule<MarketReader> schedule = new MarketSchedule<>(pace, markets.size());
    add(
        markets,
        schedule,
        offsets,
        new Gaps(config.dialect().name(), connector, config.gapsTopic(), reading.reading()));
    Duration slot = Duration.ofNanos((long) (1e9 / pace.requestsPerSecond()));
    this.reader =
        new TradesReader(
            schedule,
            api,
            pace,
            new Lane(
                config.dialect().title(),
                new RateBudget(clock, slot, 1),
                new RetryClock(clock, BACKOFF)),
            carried,
            reading,
            clock,
            loop);
  }

  private void add(
      List<Market> markets,
      MarketSchedule<MarketReader> schedule,
      OffsetStorageReader offsets,
      Gaps gaps) {
    Instant now = clock.instant();
    TradeRecords records = new TradeRecords(config.getString(NomicsSourceConfig.TOPIC));
    MetadataRecords about =
        new MetadataRecords(
            config.getString(NomicsSourceConfig.METADATA_TOPIC), config.dialect().name());
    Set<String> exchanges = new HashSet<>();
    Map<Map<String, String>, Map<String, Object>> stored =
        offsets.offsets(markets.stream().map(market -> partition(market).toMap()).toList());
    for (Market market : markets) {
      MarketPartition partition = partition(market);
      Map<String, Object> fields = stored.get(partition.toMap());
      TradePosition position =
          fields == null
              ? TradePosition.startingAt(config.startTime())
              : TradePosition.fromMap(fields);
      MarketReader each = new MarketReader(market, partition, position, records, gaps);
      schedule.add(each, position.rate(), position.timestamp().orElse(now), now);
      if (exchanges.add(market.exchange())) {
        metadata.add(about.exchange(market.exchange(), partition, position, now));
      }
      SourceRecord told = about.market(market, partition, position, now);
      metadata.add(told);
      each.emitted(List.of(told));
    }
  }

  private static MarketPartition partition(Market market) {
    return new MarketPartition(market.exchange(), market.name());
  }

  /**
   * The next records, {@code null} when there are none for now.
   *
   * @throws ConnectException when only a person can help; the message says how
   */
  public List<SourceRecord> poll() throws InterruptedException {
    if (!metadata.isEmpty()) {
      List<SourceRecord> told = List.copyOf(metadata);
      metadata.clear();
      return told;
    }
    return loop.poll(reader);
  }

  @Override
  public void close() {
    loop.close();
    api.close();
  }
}
