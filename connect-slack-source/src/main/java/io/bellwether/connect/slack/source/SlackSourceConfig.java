package io.bellwether.connect.slack.source;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.BotRule;
import io.bellwether.connect.slack.source.mapping.KeywordFilter;
import io.bellwether.connect.slack.source.mapping.Wanted;
import io.bellwether.connect.slack.source.read.ChannelChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of {@link SlackSourceConnector}. Times are milliseconds. */
public final class SlackSourceConfig extends AbstractConfig {
  public static final String APP_TOKEN = "slack.app.token";
  public static final String CHANNELS = "slack.channels";
  public static final String CHANNELS_REGEX = "slack.channels.regex";
  public static final String TYPES = "slack.channel.types";
  public static final String JOIN = "join.public.channels";
  public static final String CHANNELS_INTERVAL = "channels.interval.ms";
  public static final String MODE = "mode";
  public static final String START_FROM = "start.from";
  public static final String KEYWORDS = "keywords";
  public static final String KEYWORDS_REGEX = "keywords.regex";
  public static final String BOTS = "bots";
  public static final String BOTS_LISTED = "bots.listed";
  public static final String TOPIC = "topic";
  public static final String HEARTBEAT_TOPIC = "heartbeat.topic";
  public static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
  public static final String POLL_INTERVAL = "poll.interval.ms";
  public static final String HISTORY_INTERVAL = "history.interval.ms";
  public static final String HISTORY_PAGE_SIZE = "history.page.size";
  public static final String HISTORY_REQUESTS = "history.requests.per.minute";
  public static final String REPLIES = "replies";
  public static final String CHANGES = "changes";
  public static final String DELETES = "deletes";
  public static final String WATCH_WINDOW = "watch.window.days";
  public static final String WATCH_INTERVAL = "watch.interval.ms";
  public static final String REPLIES_REQUESTS = "replies.requests.per.minute";
  public static final String NAME_REQUESTS = "name.requests.per.minute";

  static final String NOW = "now";
  static final String BEGINNING = "beginning";

  /** All keys. */
  public static final ConfigDef DEFINITION = SlackSourceKeys.define();

  public SlackSourceConfig(Map<String, String> properties) {
    super(DEFINITION, properties, false);
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

  private KeywordFilter filter() {
    String regex = getString(KEYWORDS_REGEX);
    return regex == null
        ? KeywordFilter.containing(getList(KEYWORDS))
        : KeywordFilter.matching(regex);
  }

  /** The messages that are wanted. */
  public Wanted wanted() {
    return new Wanted(filter(), bots(), isIncluded(REPLIES), tellsChanges());
  }

  /** Whether edits and deletions are wanted. */
  public boolean tellsChanges() {
    return "emit".equals(getString(CHANGES).toLowerCase(Locale.ROOT));
  }

  /** Whether a deletion is told without a value. */
  public boolean deletesByTombstone() {
    return "tombstone".equals(getString(DELETES).toLowerCase(Locale.ROOT));
  }

  private BotRule bots() {
    return switch (getString(BOTS).toLowerCase(Locale.ROOT)) {
      case "include" -> BotRule.ALL;
      case "listed" -> new BotRule(false, getList(BOTS_LISTED));
      default -> BotRule.NONE;
    };
  }

  /** Whether only listed bots are read. */
  boolean lists() {
    return "listed".equals(getString(BOTS).toLowerCase(Locale.ROOT));
  }

  /** The conversations that are read. */
  public ChannelChoice choice() {
    return new ChannelChoice(
        getList(CHANNELS),
        Optional.ofNullable(getString(CHANNELS_REGEX)).map(Pattern::compile),
        getList(TYPES),
        getBoolean(JOIN));
  }

  /** How long between two looks at the list of channels. */
  public Duration channelsInterval() {
    return Duration.ofMillis(getLong(CHANNELS_INTERVAL));
  }

  private boolean isIncluded(String key) {
    return "include".equals(getString(key).toLowerCase(Locale.ROOT));
  }

  /** How old a message may be that is watched for replies and changes. */
  public Duration watchWindow() {
    return Duration.ofDays(getInt(WATCH_WINDOW));
  }

  /** How long between two looks at the messages of the window. */
  public Duration watchInterval(boolean isLive) {
    return Duration.ofMillis(getLong(isLive ? HISTORY_INTERVAL : WATCH_INTERVAL));
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
