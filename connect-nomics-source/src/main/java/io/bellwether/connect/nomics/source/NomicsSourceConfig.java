package io.bellwether.connect.nomics.source;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.nomics.source.api.Dialect;
import io.bellwether.connect.nomics.source.api.Dialects;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.read.MarketChoice;
import io.bellwether.connect.nomics.source.read.MarketList;
import io.bellwether.connect.nomics.source.schedule.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** The configuration of {@link NomicsSourceConnector}. Times are milliseconds. */
public final class NomicsSourceConfig extends AbstractConfig {
  public static final String API = "trades.api";
  public static final String URL = "trades.api.url";
  public static final String KEY = "trades.api.key";
  public static final String TIMEOUT = "trades.timeout.ms";
  public static final String MARKETS = "markets";
  public static final String INCLUDE = "markets.include";
  public static final String EXCLUDE = "markets.exclude";
  public static final String MARKETS_INTERVAL = "markets.interval.ms";
  public static final String START_FROM = "start.from";
  public static final String TOPIC = "topic";
  public static final String METADATA_TOPIC = "metadata.topic";
  public static final String GAPS_TOPIC = "gaps.topic";
  public static final String HEARTBEAT_TOPIC = "heartbeat.topic";
  public static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
  public static final String REQUESTS = "requests.per.second";
  public static final String STALENESS = "staleness.ms";
  public static final String POLL_INTERVAL = "poll.interval.ms";
  public static final String PAGE_SIZE = "page.size";

  static final String NOW = "now";
  static final String BEGINNING = "beginning";

  /** What a task is given besides: its markets, and when the connector started. */
  static final String TASK_MARKETS = "task.markets";

  static final String TASK_STARTED = "task.connector.started";

  /** All keys. */
  public static final ConfigDef DEFINITION = NomicsSourceKeys.define();

  public NomicsSourceConfig(Map<String, String> properties) {
    super(DEFINITION, properties, false);
  }

  /** The API that is spoken. */
  public Dialect dialect() {
    return Dialects.named(getString(API));
  }

  /** Where the API is; empty where that has to be said and was not. */
  public Optional<String> url() {
    return Optional.ofNullable(getString(URL))
        .or(() -> Optional.of(dialect().url()).filter(own -> !dialect().needsKey()));
  }

  /** Opens the API. */
  public TradeApi api(CallMeters meters, InstantSource clock) {
    return new TradeApi(
        dialect(),
        url().orElseThrow(),
        Optional.ofNullable(getPassword(KEY)).map(Password::value),
        Duration.ofMillis(getInt(TIMEOUT)),
        meters,
        clock);
  }

  /** The markets that are read; a name without an exchange is one of a live exchange's own. */
  public MarketChoice choice() {
    List<String> listed =
        getList(MARKETS).stream()
            .map(name -> name.contains(":") ? name : dialect().name() + ":" + name)
            .toList();
    return new MarketChoice(listed, pattern(INCLUDE), pattern(EXCLUDE));
  }

  private Optional<Pattern> pattern(String key) {
    return Optional.ofNullable(getString(key)).map(Pattern::compile);
  }

  /** How long between two looks at the list of markets. */
  public Duration marketsInterval() {
    return Duration.ofMillis(getLong(MARKETS_INTERVAL));
  }

  /** What the schedule has to work with. */
  public Pace pace() {
    Dialect dialect = dialect();
    return new Pace(
        Optional.ofNullable(getDouble(REQUESTS)).orElse(dialect.requestsPerSecond()),
        Duration.ofMillis(getLong(STALENESS)),
        Optional.ofNullable(getInt(PAGE_SIZE)).orElse(dialect.longestPage()),
        Duration.ofMillis(getLong(POLL_INTERVAL)));
  }

  /** How long a position may wait for a trade to travel with. */
  public Duration heartbeatInterval() {
    return Duration.ofMillis(getLong(HEARTBEAT_INTERVAL));
  }

  /** The topic that gaps are recorded in, if there is one. */
  public Optional<String> gapsTopic() {
    return Optional.ofNullable(getString(GAPS_TOPIC));
  }

  /** The markets of a task. */
  public List<Market> taskMarkets() {
    return MarketList.read(originalsStrings().getOrDefault(TASK_MARKETS, ""));
  }

  /**
   * Where a market starts that has no stored position: "now" is when the connector started, so that
   * a market which is listed later is read from its first trade on.
   */
  public Instant startTime() {
    return switch (getString(START_FROM)) {
      case NOW -> Instant.parse(originalsStrings().get(TASK_STARTED));
      case BEGINNING -> Instant.EPOCH;
      default -> Instant.parse(getString(START_FROM));
    };
  }
}
