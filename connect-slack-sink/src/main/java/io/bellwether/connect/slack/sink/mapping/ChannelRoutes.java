package io.bellwether.connect.slack.sink.mapping;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Which channel a record goes to: the one that it names itself, or else its topic's.
 *
 * @param pattern for topics that are not listed; {@value #TOPIC} in it is the topic's name
 * @param byTopic channels of single topics
 * @param header of the record, with the channel; wins over all others
 * @param field of the record, with the channel; wins over the topic
 */
public record ChannelRoutes(
    String pattern, Map<String, String> byTopic, Optional<String> header, Optional<String> field) {
  /** The one placeholder. */
  public static final String TOPIC = "${topic}";

  /** Copies. */
  public ChannelRoutes {
    byTopic = Map.copyOf(byTopic);
  }

  /** By topic only. */
  public ChannelRoutes(String pattern, Map<String, String> byTopic) {
    this(pattern, byTopic, Optional.empty(), Optional.empty());
  }

  /** Name or id of the channel, without {@code #}. */
  public String channel(String topic) {
    return plain(byTopic.getOrDefault(topic, pattern.replace(TOPIC, topic)));
  }

  String channel(SinkRecord record, RecordFields fields) {
    return header
        .flatMap(fields::header)
        .map(ChannelRoutes::plain)
        .filter(name -> !name.isEmpty())
        .or(() -> field.flatMap(fields::text).map(ChannelRoutes::plain))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> channel(record.topic()));
  }

  private static String plain(String channel) {
    String stripped = channel.strip();
    return stripped.startsWith("#") ? stripped.substring(1) : stripped;
  }
}
