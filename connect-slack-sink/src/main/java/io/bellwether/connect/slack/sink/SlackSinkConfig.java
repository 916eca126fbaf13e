package io.bellwether.connect.slack.sink;

import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.sink.api.Creation;
import io.bellwether.connect.slack.sink.delivery.DeliveryPace;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import io.bellwether.connect.slack.sink.mapping.BlocksTemplate;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import io.bellwether.connect.slack.sink.mapping.Emojis;
import io.bellwether.connect.slack.sink.mapping.FieldNames;
import io.bellwether.connect.slack.sink.mapping.FirstPosts;
import io.bellwether.connect.slack.sink.mapping.Looks;
import io.bellwether.connect.slack.sink.mapping.MessageTemplate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.utils.ExponentialBackoff;

/** The keys of the sink and their values. */
final class SlackSinkConfig extends AbstractConfig {
  static final String CHANNEL = "channel";
  static final String TOPIC_CHANNELS = "topic.channels";
  static final String CHANNEL_HEADER = "channel.header";
  static final String CHANNEL_FIELD = "channel.field";
  static final String THREAD_BY = "thread.by";
  static final String THREAD_WINDOW = "thread.window.ms";
  static final String EMOJI_FIELD = "emoji.field";
  static final String EMOJIS = "emoji.by.value";
  static final String CHANNEL_CREATE = "channel.create";
  static final String TEMPLATE = "message.template";
  static final String BLOCKS = "message.blocks";
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

  /** With a burst below, half of what Slack allows: a source may read with the same app. */
  private static final Duration READ_EVERY = Duration.ofSeconds(3);

  private static final int READS_AT_ONCE = 10;
  private static final double JITTER = 0.2;

  static final ConfigDef DEFINITION = SinkKeys.define();

  SlackSinkConfig(Map<String, String> given) {
    super(DEFINITION, given);
  }

  AlertMapper mapper(InstantSource clock) {
    return new AlertMapper(
        routes(),
        new Looks(
            MessageTemplate.compile(getString(TEMPLATE)),
            BlocksTemplate.compile(getString(BLOCKS)),
            new Emojis(getString(EMOJI_FIELD), pairs(EMOJIS))),
        new FieldNames(getString(EVENT_ID_FIELD), getString(LINK_FIELD), given(THREAD_BY)),
        new FirstPosts(
            getString(EVENT_TIME_FIELD), Duration.ofMillis(getLong(READ_BACK_WINDOW)), clock));
  }

  ChannelRoutes routes() {
    return new ChannelRoutes(
        getString(CHANNEL).strip(),
        pairs(TOPIC_CHANNELS),
        given(CHANNEL_HEADER),
        given(CHANNEL_FIELD));
  }

  private Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String entry : getList(key)) {
      int colon = entry.indexOf(':');
      pairs.put(entry.substring(0, colon).strip(), entry.substring(colon + 1).strip());
    }
    return pairs;
  }

  private Optional<String> given(String key) {
    return Optional.of(getString(key).strip()).filter(value -> !value.isEmpty());
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
        given(THREAD_BY).isEmpty() ? Duration.ZERO : Duration.ofMillis(getLong(THREAD_WINDOW)),
        new ExponentialBackoff(getLong(BACKOFF), 2, getLong(BACKOFF_MAX), JITTER));
  }

  /** What kind of channel a missing one becomes. */
  Creation creation() {
    return Creation.valueOf(getString(CHANNEL_CREATE).toUpperCase(Locale.ROOT));
  }
}
