package io.bellwether.connect.slack.sink;

import io.bellwether.config.Rules;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The definition of the sink's keys; their names stand in {@link SlackSinkConfig}. */
final class SinkKeys {
  private static final String CHANNELS = "Channels";
  private static final String MESSAGES = "Messages";
  private static final String ONCE = "Once";
  private static final String PACE = "Pace";

  private SinkKeys() {}

  static ConfigDef define() {
    return pace(once(messages(channels(SlackKeys.define(new ConfigDef(), SlackSinkDocs.SCOPES)))));
  }

  private static ConfigDef channels(ConfigDef definition) {
    return definition
        .define(
            SlackSinkConfig.CHANNEL,
            Type.STRING,
            ChannelRoutes.TOPIC,
            SinkRules.channelPattern(),
            Importance.HIGH,
            SlackSinkDocs.CHANNEL,
            CHANNELS,
            1,
            Width.MEDIUM,
            "Channel")
        .define(
            SlackSinkConfig.TOPIC_CHANNELS,
            Type.LIST,
            List.of(),
            SinkRules.topicChannels(),
            Importance.MEDIUM,
            SlackSinkDocs.TOPIC_CHANNELS,
            CHANNELS,
            2,
            Width.LONG,
            "Channels of single topics")
        .define(
            SlackSinkConfig.CHANNEL_CREATE,
            Type.STRING,
            "no",
            Rules.oneOf("no", "public", "private"),
            Importance.LOW,
            SlackSinkDocs.CHANNEL_CREATE,
            CHANNELS,
            5,
            Width.SHORT,
            "Create channels")
        .define(
            SlackSinkConfig.CHANNEL_FIELD,
            Type.STRING,
            "",
            Importance.LOW,
            SlackSinkDocs.CHANNEL_FIELD,
            CHANNELS,
            3,
            Width.MEDIUM,
            "Channel field")
        .define(
            SlackSinkConfig.CHANNEL_HEADER,
            Type.STRING,
            "",
            Importance.LOW,
            SlackSinkDocs.CHANNEL_HEADER,
            CHANNELS,
            4,
            Width.MEDIUM,
            "Channel header")
        .define(
            SlackSinkConfig.THREAD_BY,
            Type.STRING,
            "",
            Importance.MEDIUM,
            SlackSinkDocs.THREAD_BY,
            CHANNELS,
            6,
            Width.MEDIUM,
            "Thread by")
        .define(
            SlackSinkConfig.THREAD_WINDOW,
            Type.LONG,
            604_800_000L,
            Rules.between(60_000, 2_592_000_000L, "milliseconds"),
            Importance.LOW,
            SlackSinkDocs.THREAD_WINDOW,
            CHANNELS,
            7,
            Width.SHORT,
            "Thread window");
  }

  private static ConfigDef messages(ConfigDef definition) {
    return definition
        .define(
            SlackSinkConfig.TEMPLATE,
            Type.STRING,
            SlackSinkConfig.DEFAULT_TEMPLATE,
            SinkRules.template(),
            Importance.HIGH,
            SlackSinkDocs.TEMPLATE,
            MESSAGES,
            1,
            Width.LONG,
            "Message template")
        .define(
            SlackSinkConfig.LINK_FIELD,
            Type.STRING,
            "url",
            Rules.notBlank("the name of a field, such as url or meta.link"),
            Importance.LOW,
            SlackSinkDocs.LINK_FIELD,
            MESSAGES,
            2,
            Width.MEDIUM,
            "Link field")
        .define(
            SlackSinkConfig.DIGEST_ABOVE,
            Type.INT,
            5,
            Rules.between(0, 1_000_000, "alerts"),
            Importance.MEDIUM,
            SlackSinkDocs.DIGEST_ABOVE,
            MESSAGES,
            3,
            Width.SHORT,
            "Digest above")
        .define(
            SlackSinkConfig.EMOJI_FIELD,
            Type.STRING,
            "outcome",
            Rules.notBlank("the name of a field, such as outcome or meta.kind"),
            Importance.LOW,
            SlackSinkDocs.EMOJI_FIELD,
            MESSAGES,
            4,
            Width.MEDIUM,
            "Emoji field")
        .define(
            SlackSinkConfig.EMOJIS,
            Type.LIST,
            List.of(),
            SinkRules.emojis(),
            Importance.LOW,
            SlackSinkDocs.EMOJIS,
            MESSAGES,
            5,
            Width.LONG,
            "Emojis")
        .define(
            SlackSinkConfig.BLOCKS,
            Type.STRING,
            "",
            SinkRules.blocks(),
            Importance.LOW,
            SlackSinkDocs.BLOCKS,
            MESSAGES,
            6,
            Width.LONG,
            "Block template");
  }

  private static ConfigDef once(ConfigDef definition) {
    return definition
        .define(
            SlackSinkConfig.EVENT_ID_FIELD,
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
            SlackSinkConfig.READ_BACK,
            Type.BOOLEAN,
            true,
            Importance.MEDIUM,
            SlackSinkDocs.READ_BACK,
            ONCE,
            2,
            Width.SHORT,
            "Read back")
        .define(
            SlackSinkConfig.EVENT_TIME_FIELD,
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
            SlackSinkConfig.READ_BACK_WINDOW,
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
            SlackSinkConfig.POST_INTERVAL,
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
            SlackSinkConfig.BACKOFF,
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
            SlackSinkConfig.BACKOFF_MAX,
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
