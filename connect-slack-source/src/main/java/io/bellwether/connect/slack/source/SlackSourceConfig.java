package io.bellwether.connect.slack.source;

import io.bellwether.config.Rules;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.KeywordFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The configuration of {@link SlackSourceConnector}. Times are milliseconds. */
public final class SlackSourceConfig extends AbstractConfig {
  public static final String APP_TOKEN = "slack.app.token";
  public static final String CHANNELS = "slack.channels";
  public static final String MODE = "mode";
  public static final String START_FROM = "start.from";
  public static final String KEYWORDS = "keywords";
  public static final String KEYWORDS_REGEX = "keywords.regex";
  public static final String BOTS = "bots";
  public static final String TOPIC = "topic";
  public static final String HEARTBEAT_TOPIC = "heartbeat.topic";
  public static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
  public static final String POLL_INTERVAL = "poll.interval.ms";
  public static final String HISTORY_INTERVAL = "history.interval.ms";
  public static final String HISTORY_PAGE_SIZE = "history.page.size";
  public static final String HISTORY_REQUESTS = "history.requests.per.minute";
  public static final String NAME_REQUESTS = "name.requests.per.minute";

  private static final String READ = "What to read";
  private static final String WRITE = "Where to";
  private static final String PACE = "Pace";
  private static final String NOW = "now";
  private static final String BEGINNING = "beginning";

  /** All keys. */
  public static final ConfigDef DEFINITION = define();

  public SlackSourceConfig(Map<String, String> properties) {
    super(DEFINITION, properties, false);
  }

  private static ConfigDef define() {
    ConfigDef keys =
        SlackKeys.define(
            new ConfigDef(),
            "`channels:history`, `channels:read`, `groups:read` and `users:read`, for private"
                + " channels also `groups:history`");
    keys.define(
        APP_TOKEN,
        Type.PASSWORD,
        null,
        Rules.startsWith("xapp-", "the app-level token of the Slack app"),
        Importance.HIGH,
        "The app-level token with the scope `connections:write`, from *Basic Information* of the"
            + " app's settings. Needed in `mode=socket`.",
        "Slack",
        2,
        Width.LONG,
        "App-level token");
    defineRead(keys);
    defineWrite(keys);
    definePace(keys);
    return keys;
  }

  private static void defineRead(ConfigDef keys) {
    keys.define(
        CHANNELS,
        Type.LIST,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.notBlank("channel names or ids, separated by commas"),
        Importance.HIGH,
        "The channels to read, by name (with or without `#`) or by id. The app must be a member:"
            + " invite it with `/invite`. A position belongs to the id, so a renamed channel goes"
            + " on where it was, but has to be listed by its new name or its id.",
        READ,
        1,
        Width.LONG,
        "Channels");
    keys.define(
        MODE,
        Type.STRING,
        "socket",
        Rules.oneOf("socket", "history"),
        Importance.HIGH,
        "`socket` brings messages within a second over Socket Mode and fills its gaps from history;"
            + " it needs `slack.app.token`. `history` only asks for history, every"
            + " `poll.interval.ms`, and needs no app-level token.",
        READ,
        2,
        Width.SHORT,
        "Mode",
        Rules.oneOf("socket", "history"));
    keys.define(
        START_FROM,
        Type.STRING,
        NOW,
        Rules.instantOr(NOW, BEGINNING),
        Importance.MEDIUM,
        "Where to start in a channel that was never read: `now`, the `beginning` of what Slack"
            + " still has, or a time in UTC. A stored position always wins.",
        READ,
        3,
        Width.MEDIUM,
        "Start from");
    keys.define(
        KEYWORDS,
        Type.LIST,
        List.of(),
        Rules.noneBlank("words or phrases, separated by commas"),
        Importance.HIGH,
        "Read only messages that contain at least one of these, upper or lower case, anywhere in"
            + " the plain text. Empty reads all messages.",
        READ,
        4,
        Width.LONG,
        "Keywords");
    keys.define(
        KEYWORDS_REGEX,
        Type.STRING,
        null,
        Rules.regex(),
        Importance.LOW,
        "Read only messages in whose plain text this regular expression is found; instead of"
            + " `keywords`. `(?i)` at its beginning ignores upper and lower case.",
        READ,
        5,
        Width.LONG,
        "Keyword expression");
    keys.define(
        BOTS,
        Type.STRING,
        "include",
        Rules.oneOf("include", "exclude"),
        Importance.LOW,
        "Whether messages that other apps post are read. The app's own posts never are. Alerts that"
            + " a sink with another app posts are recognised where Slack sends their metadata along;"
            + " to be safe, let source and sink share an app, or do not read the channels of"
            + " alerts.",
        READ,
        6,
        Width.SHORT,
        "Messages of bots",
        Rules.oneOf("include", "exclude"));
  }

  private static void defineWrite(ConfigDef keys) {
    keys.define(
        TOPIC,
        Type.STRING,
        "feedback",
        Rules.topic(),
        Importance.HIGH,
        "The topic that messages go to. What a record holds is written down in"
            + " `docs/contracts.md`.",
        WRITE,
        1,
        Width.MEDIUM,
        "Topic");
    keys.define(
        HEARTBEAT_TOPIC,
        Type.STRING,
        "bellwether-heartbeats",
        Rules.topic(),
        Importance.LOW,
        "The topic that carries the position of a channel, at most once every"
            + " `heartbeat.interval.ms`, so that it is kept also when no message matched: Connect"
            + " stores a position only with a record. It should be compacted, and it must exist or be"
            + " created by `topic.creation.*`, as the shipped configuration does.",
        WRITE,
        2,
        Width.MEDIUM,
        "Heartbeat topic");
    keys.define(
        HEARTBEAT_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.LOW,
        "How long at least between two heartbeats of a channel, in milliseconds.",
        WRITE,
        3,
        Width.SHORT,
        "Heartbeat interval");
  }

  private static void definePace(ConfigDef keys) {
    keys.define(
        POLL_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.MEDIUM,
        "How often each channel's history is read in `mode=history`, and in `mode=socket` while"
            + " there is no connection, in milliseconds.",
        PACE,
        1,
        Width.SHORT,
        "Poll interval");
    keys.define(
        HISTORY_INTERVAL,
        Type.LONG,
        300_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often history is read in `mode=socket` although nothing seems to be missing, in"
            + " milliseconds.",
        PACE,
        2,
        Width.SHORT,
        "History interval");
    keys.define(
        HISTORY_PAGE_SIZE,
        Type.INT,
        200,
        Rules.between(1, 999, "messages"),
        Importance.LOW,
        "How many messages to ask for at once. Slack recommends no more than 200.",
        PACE,
        3,
        Width.SHORT,
        "History page size");
    keys.define(
        HISTORY_REQUESTS,
        Type.DOUBLE,
        45.0,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.LOW,
        "How many pages of history the connector may read a minute, all its tasks together. Slack"
            + " allows about 50 to an app.",
        PACE,
        4,
        Width.SHORT,
        "History requests a minute");
    keys.define(
        NAME_REQUESTS,
        Type.DOUBLE,
        90.0,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.LOW,
        "How many names of people the connector may look up a minute, all its tasks together."
            + " Names are remembered. Slack allows about 100 to an app.",
        PACE,
        5,
        Width.SHORT,
        "Name requests a minute");
  }

  /** Whether Socket Mode is used besides history. */
  public boolean isSocket() {
    return "socket".equals(getString(MODE).toLowerCase(Locale.ROOT));
  }

  /** Where a channel starts that has no stored position, as a Slack timestamp. */
  public String startTs(Instant now) {
    return switch (getString(START_FROM)) {
      case NOW -> SlackTs.of(now);
      case BEGINNING -> SlackTs.BEGINNING;
      default -> SlackTs.of(Instant.parse(getString(START_FROM)));
    };
  }

  /** The messages that are wanted. */
  public KeywordFilter filter() {
    String regex = getString(KEYWORDS_REGEX);
    return regex == null
        ? KeywordFilter.containing(getList(KEYWORDS))
        : KeywordFilter.matching(regex);
  }

  /** Whether other apps' messages are wanted. */
  public boolean includesBots() {
    return "include".equals(getString(BOTS).toLowerCase(Locale.ROOT));
  }

  /** How long between two readings of a channel's history. */
  public Duration readingInterval(boolean isLive) {
    return Duration.ofMillis(getLong(isLive ? HISTORY_INTERVAL : POLL_INTERVAL));
  }

  /** How long between two heartbeats. */
  public Duration heartbeatInterval() {
    return Duration.ofMillis(getLong(HEARTBEAT_INTERVAL));
  }
}
