package io.bellwether.connect.twitter.source;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.twitter.source.api.Credentials;
import io.bellwether.connect.twitter.source.api.RateHeaders;
import io.bellwether.connect.twitter.source.api.XApi;
import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.connect.twitter.source.read.SpendingBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of {@link TwitterSourceConnector}. Times are milliseconds. */
public final class TwitterSourceConfig extends AbstractConfig {
  public static final String BEARER_TOKEN = "x.bearer.token";
  public static final String CONSUMER_KEY = "x.consumer.key";
  public static final String CONSUMER_SECRET = "x.consumer.secret";
  public static final String ACCESS_TOKEN = "x.access.token";
  public static final String ACCESS_TOKEN_SECRET = "x.access.token.secret";
  public static final String API_URL = "x.api.url";
  public static final String TIMEOUT = "x.timeout.ms";
  public static final String QUERIES = "queries";
  public static final String MODE = "mode";
  public static final String START = "start.time";
  public static final String TOPIC = "topic";
  public static final String HEARTBEAT_TOPIC = "heartbeat.topic";
  public static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
  public static final String GAPS_TOPIC = "gaps.topic";
  public static final String POLL_INTERVAL = "poll.interval.ms";
  public static final String STREAM_INTERVAL = "stream.search.interval.ms";
  public static final String STREAM_SILENCE = "stream.silence.ms";
  public static final String PAGE_SIZE = "page.size";
  public static final String SETTLE = "settle.ms";
  public static final String PER_DAY = "max.posts.per.day";
  public static final String PER_MONTH = "max.posts.per.month";
  public static final String BILLING_DAY = "billing.day";

  /** Begins the keys of queries: {@code query.NAME}. */
  public static final String QUERY = "query.";

  /** Tells a task how many there are. */
  static final String TASKS = "bellwether.tasks";

  static final String NOW = "now";
  static final String EARLIEST = "earliest";
  private static final long APP_SEARCHES = 450;
  private static final long USER_SEARCHES = 300;

  /** All keys. */
  public static final ConfigDef DEFINITION = TwitterSourceKeys.define();

  public TwitterSourceConfig(Map<String, String> properties) {
    super(DEFINITION, properties, false);
  }

  /** Whether the filtered stream is used besides search. */
  public boolean isStream() {
    return "stream".equals(getString(MODE).toLowerCase(Locale.ROOT));
  }

  /** The queries in X's language, by name, in their order; those without a text are left out. */
  public Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    for (String name : getList(QUERIES)) {
      String text = originalsStrings().get(QUERY + name);
      if (text != null && !text.isBlank()) {
        queries.put(name, text.strip());
      }
    }
    return queries;
  }

  /** How the connector proves who it is. A stream takes an app's credentials only. */
  public Credentials credentials() {
    if (getPassword(BEARER_TOKEN) != null) {
      return new Credentials.Bearer(secret(BEARER_TOKEN));
    }
    return getPassword(ACCESS_TOKEN) == null || isStream()
        ? new Credentials.AppKey(secret(CONSUMER_KEY), secret(CONSUMER_SECRET))
        : new Credentials.UserKeys(
            secret(CONSUMER_KEY),
            secret(CONSUMER_SECRET),
            secret(ACCESS_TOKEN),
            secret(ACCESS_TOKEN_SECRET));
  }

  private String secret(String key) {
    return getPassword(key).value();
  }

  /**
   * Opens X's API.
   *
   * @param rates told what X says of the window of searches
   */
  public XApi api(CallMeters calls, Consumer<RateHeaders> rates, InstantSource clock) {
    return new XApi(
        getString(API_URL), credentials(), Duration.ofMillis(getInt(TIMEOUT)), calls, rates, clock);
  }

  /** How many tasks share the limits. */
  public int tasks() {
    return Integer.parseInt(originalsStrings().getOrDefault(TASKS, "1"));
  }

  /** How many searches X allows in a window, as far as its documents tell. */
  public long searchesPerWindow() {
    return credentials().isApp() ? APP_SEARCHES : USER_SEARCHES;
  }

  /** After which post a query begins that has no stored position; empty for all that X has. */
  public Optional<String> startId(Instant now) {
    return switch (getString(START)) {
      case NOW -> Optional.of(PostId.before(PostId.at(now)));
      case EARLIEST -> Optional.empty();
      default -> Optional.of(PostId.before(PostId.at(Instant.parse(getString(START)))));
    };
  }

  /** What a task may spend. */
  public SpendingBounds bounds() {
    return new SpendingBounds(share(PER_DAY), share(PER_MONTH), getInt(BILLING_DAY));
  }

  private OptionalLong share(String key) {
    Long all = getLong(key);
    return all == null ? OptionalLong.empty() : OptionalLong.of(all / tasks());
  }

  public int pageSize() {
    return getInt(PAGE_SIZE);
  }

  /** How long posts are left to settle in X's index. */
  public Duration settle() {
    return Duration.ofMillis(getLong(SETTLE));
  }

  /** How long between two drains of a query. */
  public Duration pollInterval(boolean isLive) {
    return Duration.ofMillis(getLong(isLive ? STREAM_INTERVAL : POLL_INTERVAL));
  }

  /** How long a stream may be silent. */
  public Duration streamSilence() {
    return Duration.ofMillis(getInt(STREAM_SILENCE));
  }

  /** How long between two heartbeats. */
  public Duration heartbeatInterval() {
    return Duration.ofMillis(getLong(HEARTBEAT_INTERVAL));
  }

  /** Where gaps are recorded, if anywhere. */
  public Optional<String> gapsTopic() {
    return Optional.ofNullable(getString(GAPS_TOPIC));
  }
}
