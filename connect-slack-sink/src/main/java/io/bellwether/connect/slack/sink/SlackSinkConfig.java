package io.bellwether.connect.slack.sink;

import io.bellwether.config.Rules;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.sink.api.Creation;
import io.bellwether.connect.slack.sink.delivery.DeliveryPace;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import io.bellwether.connect.slack.sink.mapping.FirstPosts;
import io.bellwether.connect.slack.sink.mapping.MessageTemplate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.utils.ExponentialBackoff;

/** The keys of the sink and their values. */
final class SlackSinkConfig extends AbstractConfig {
  static final String CHANNEL = "channel";
  static final String TOPIC_CHANNELS = "topic.channels";
  static final String CHANNEL_CREATE = "channel.create";
  static final String TEMPLATE = "message.template";
  static final String EVENT_ID_FIELD = "event.id.field";
  static final String EVENT_TIME_FIELD = "event.time.field";
  static final String READ_BACK = "read.back.enabled";
  static final String READ_BACK_WINDOW = "read.back.window.ms";
  static final String LINK_FIELD = "link.field";
  static final String DIGEST_ABOVE = "digest.above";
  static final String POST_INTERVAL = "post.interval.ms";
  static final String BACKOFF = "retry.backoff.ms";
  static final String BACKOFF_MAX = "retry.backoff.max.ms";

  /** Only in what the connector gives its tasks: how many they are. For users it is no key. */
  static final String TASKS = "task.count";

  static final String DEFAULT_TEMPLATE =
      """
      {{#text}}{{#outcome}}*{{outcome}}*{{#score}} ({{#rounded}}{{score}}{{/rounded}}){{/score}}: {{/outcome}}{{text}}\
      {{#author_name}}\n— {{author_name}}{{#channel_name}} in #{{channel_name}}{{/channel_name}}\
      {{#url}} (<{{url}}|open>){{/url}}{{/author_name}}{{/text}}{{^text}}{{value}}{{/text}}""";

  private static final String MESSAGES = "Messages";
  private static final String ONCE = "Once";
  private static final String PACE = "Pace";

  /** With a burst below, half of what Slack allows: a source may read with the same app. */
  private static final Duration READ_EVERY = Duration.ofSeconds(3);

  private static final int READS_AT_ONCE = 10;
  private static final double JITTER = 0.2;

  static final ConfigDef DEFINITION = define();

  SlackSinkConfig(Map<String, String> given) {
    super(DEFINITION, given);
  }

  AlertMapper mapper(InstantSource clock) {
    return new AlertMapper(
        routes(),
        MessageTemplate.compile(getString(TEMPLATE)),
        getString(LINK_FIELD),
        getString(EVENT_ID_FIELD),
        new FirstPosts(
            getString(EVENT_TIME_FIELD), Duration.ofMillis(getLong(READ_BACK_WINDOW)), clock));
  }

  ChannelRoutes routes() {
    Map<String, String> byTopic = new LinkedHashMap<>();
    for (String entry : getList(TOPIC_CHANNELS)) {
      int colon = entry.indexOf(':');
      byTopic.put(entry.substring(0, colon).strip(), entry.substring(colon + 1).strip());
    }
    return new ChannelRoutes(getString(CHANNEL).strip(), byTopic);
  }

  /** Between two messages of one task to one channel: the tasks share the connector's pace. */
  Duration postInterval() {
    return Duration.ofMillis(getLong(POST_INTERVAL)).multipliedBy(tasks());
  }

  /** How often one task may read channels; empty where it is not to read at all. */
  Optional<RateBudget> reading(InstantSource clock) {
    return getBoolean(READ_BACK)
        ? Optional.of(
            new RateBudget(
                clock, READ_EVERY.multipliedBy(tasks()), Math.max(1, READS_AT_ONCE / tasks())))
        : Optional.empty();
  }

  private int tasks() {
    return Integer.parseInt(originalsStrings().getOrDefault(TASKS, "1"));
  }

  DeliveryPace pace() {
    return new DeliveryPace(
        postInterval(),
        getInt(DIGEST_ABOVE),
        new ExponentialBackoff(getLong(BACKOFF), 2, getLong(BACKOFF_MAX), JITTER));
  }

  /** What kind of channel a missing one becomes. */
  Creation creation() {
    return Creation.valueOf(getString(CHANNEL_CREATE).toUpperCase(Locale.ROOT));
  }

  private static ConfigDef define() {
    return pace(once(messages(SlackKeys.define(new ConfigDef(), SlackSinkDocs.SCOPES))));
  }

  private static ConfigDef messages(ConfigDef definition) {
    return definition
        .define(
            CHANNEL,
            Type.STRING,
            ChannelRoutes.TOPIC,
            SinkRules.channelPattern(),
            Importance.HIGH,
            SlackSinkDocs.CHANNEL,
            MESSAGES,
            1,
            Width.MEDIUM,
            "Channel")
        .define(
            TOPIC_CHANNELS,
            Type.LIST,
            List.of(),
            SinkRules.topicChannels(),
            Importance.MEDIUM,
            SlackSinkDocs.TOPIC_CHANNELS,
            MESSAGES,
            2,
            Width.LONG,
            "Channels of single topics")
        .define(
            CHANNEL_CREATE,
            Type.STRING,
            "no",
            Rules.oneOf("no", "public", "private"),
            Importance.LOW,
            SlackSinkDocs.CHANNEL_CREATE,
            MESSAGES,
            3,
            Width.SHORT,
            "Create channels")
        .define(
            TEMPLATE,
            Type.STRING,
            DEFAULT_TEMPLATE,
            SinkRules.template(),
            Importance.HIGH,
            SlackSinkDocs.TEMPLATE,
            MESSAGES,
            4,
            Width.LONG,
            "Message template")
        .define(
            LINK_FIELD,
            Type.STRING,
            "url",
            Rules.notBlank("the name of a field, such as url or meta.link"),
            Importance.LOW,
            SlackSinkDocs.LINK_FIELD,
            MESSAGES,
            5,
            Width.MEDIUM,
            "Link field")
        .define(
            DIGEST_ABOVE,
            Type.INT,
            5,
            Rules.between(0, 1_000_000, "alerts"),
            Importance.MEDIUM,
            SlackSinkDocs.DIGEST_ABOVE,
            MESSAGES,
            6,
            Width.SHORT,
            "Digest above");
  }

  private static ConfigDef once(ConfigDef definition) {
    return definition
        .define(
            EVENT_ID_FIELD,
            Type.STRING,
            "event_id",
            Rules.notBlank("the name of a field, such as event_id or meta.id"),
            Importance.MEDIUM,
            SlackSinkDocs.EVENT_ID_FIELD,
            ONCE,
            1,
            Width.MEDIUM,
            "Event id field")
        .define(
            READ_BACK,
            Type.BOOLEAN,
            true,
            Importance.MEDIUM,
            SlackSinkDocs.READ_BACK,
            ONCE,
            2,
            Width.SHORT,
            "Read back")
        .define(
            EVENT_TIME_FIELD,
            Type.STRING,
            "said_at",
            Rules.notBlank("the name of a field, such as said_at or meta.time"),
            Importance.LOW,
            SlackSinkDocs.EVENT_TIME_FIELD,
            ONCE,
            3,
            Width.MEDIUM,
            "Event time field")
        .define(
            READ_BACK_WINDOW,
            Type.LONG,
            259_200_000L,
            Rules.between(0, 2_592_000_000L, "milliseconds"),
            Importance.LOW,
            SlackSinkDocs.READ_BACK_WINDOW,
            ONCE,
            4,
            Width.SHORT,
            "Read back window");
  }

  private static ConfigDef pace(ConfigDef definition) {
    return definition
        .define(
            POST_INTERVAL,
            Type.LONG,
            1_000L,
            Rules.between(0, 3_600_000, "milliseconds"),
            Importance.LOW,
            SlackSinkDocs.POST_INTERVAL,
            PACE,
            1,
            Width.SHORT,
            "Time between messages")
        .define(
            BACKOFF,
            Type.LONG,
            1_000L,
            Rules.between(1, 3_600_000, "milliseconds"),
            Importance.LOW,
            SlackSinkDocs.BACKOFF,
            PACE,
            2,
            Width.SHORT,
            "First retry after")
        .define(
            BACKOFF_MAX,
            Type.LONG,
            60_000L,
            Rules.between(1, 3_600_000, "milliseconds"),
            Importance.LOW,
            SlackSinkDocs.BACKOFF_MAX,
            PACE,
            3,
            Width.SHORT,
            "Longest wait between retries");
  }
}
