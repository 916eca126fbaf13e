package io.bellwether.connect.slack.sink.mapping;

import java.util.Map;

/**
 * Which channel the records of a topic go to.
 *
 * @param pattern for topics that are not listed; {@value #TOPIC} in it is the topic's name
 * @param byTopic channels of single topics
 */
public record ChannelRoutes(String pattern, Map<String, String> byTopic) {
  /** The one placeholder. */
  public static final String TOPIC = "${topic}";

  /** Copies. */
  public ChannelRoutes {
    byTopic = Map.copyOf(byTopic);
  }

  /** Name or id of the channel, without {@code #}. */
  public String channel(String topic) {
    String channel = byTopic.getOrDefault(topic, pattern.replace(TOPIC, topic));
    return channel.startsWith("#") ? channel.substring(1) : channel;
  }
}
