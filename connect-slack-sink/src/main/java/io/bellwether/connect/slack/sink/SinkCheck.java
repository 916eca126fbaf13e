package io.bellwether.connect.slack.sink;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackChannel;
import io.bellwether.connect.slack.SlackIdentity;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.sink.api.Creation;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a configuration whose single values are in order. */
final class SinkCheck {
  private static final String TOPICS = "topics";

  /** As many as show a missing scope; each costs a call. */
  private static final int CHANNELS_READ = 3;

  private final SlackSinkConfig config;
  private final List<String> topics;
  private final ConnectorCheck check;

  SinkCheck(SlackSinkConfig config, Map<String, String> given, ConnectorCheck check) {
    this.config = config;
    this.topics =
        Arrays.stream(given.getOrDefault(TOPICS, "").split(","))
            .map(String::strip)
            .filter(topic -> !topic.isEmpty())
            .toList();
    this.check = check;
  }

  /** Values that do not fit together. */
  void values() {
    if (config.getLong(SlackSinkConfig.BACKOFF_MAX) < config.getLong(SlackSinkConfig.BACKOFF)) {
      check.error(
          SlackSinkConfig.BACKOFF_MAX,
          "It is less than "
              + SlackSinkConfig.BACKOFF
              + ": use at least "
              + config.getLong(SlackSinkConfig.BACKOFF)
              + ".");
    }
    if (!topics.isEmpty()) {
      config.routes().byTopic().keySet().stream()
          .filter(topic -> !topics.contains(topic))
          .forEach(
              topic ->
                  check.error(
                      SlackSinkConfig.TOPIC_CHANNELS,
                      "It names the topic '"
                          + topic
                          + "', which is not in "
                          + TOPICS
                          + ": correct the name, or add it there."));
    }
  }

  /** What Slack says: is it there, does it take the token, are the channels there. */
  void service(SlackApi slack) {
    Outcome<SlackIdentity> identity = slack.identity();
    if (identity instanceof Ok) {
      Outcome<List<SlackChannel>> channels = slack.channels();
      if (channels instanceof Ok<List<SlackChannel>> found) {
        channels(found.value());
        if (check.isClean() && config.getBoolean(SlackSinkConfig.READ_BACK)) {
          history(slack, found.value());
        }
      } else {
        refused(channels);
      }
    } else {
      refused(identity);
    }
  }

  /** Whether the channels can be read; of those that the app is in, because others may change. */
  private void history(SlackApi slack, Collection<SlackChannel> found) {
    wanted().keySet().stream()
        .flatMap(channel -> SlackChannel.find(channel, found).stream())
        .filter(SlackChannel::isMember)
        .distinct()
        .limit(CHANNELS_READ)
        .map(channel -> slack.history(Map.of("channel", channel.id(), "limit", "1")))
        .filter(answer -> !(answer instanceof Ok))
        .findFirst()
        .ifPresent(this::unreadable);
  }

  private void unreadable(Outcome<?> answer) {
    if (answer instanceof Reject<?> reject) {
      check.error(
          SlackSinkConfig.READ_BACK,
          "The sink cannot read what it has posted: "
              + reject.code()
              + ". "
              + reject.remedy()
              + " Or set it to false: then an alert can be posted twice.");
    } else {
      refused(answer);
    }
  }

  private void refused(Outcome<?> outcome) {
    if (outcome instanceof Retry<?> retry) {
      if (isWish(retry)) {
        return;
      }
      check.error(
          SlackKeys.API_URL,
          retry.reason()
              + " at "
              + config.getString(SlackKeys.API_URL)
              + ": check this URL and the network between the worker and Slack, and try again.");
    } else if (outcome instanceof Reject<?> reject) {
      boolean noWebApi = reject.code().startsWith("http_");
      check.error(noWebApi ? SlackKeys.API_URL : SlackKeys.BOT_TOKEN, reject.remedy());
    }
  }

  /** A service that asks for time is there; this says nothing about the configuration. */
  private static boolean isWish(Retry<?> retry) {
    return !retry.after().isZero();
  }

  private void channels(Collection<SlackChannel> found) {
    wanted()
        .forEach(
            (channel, key) -> {
              if (config.creation() == Creation.NO && SlackChannel.find(channel, found).isEmpty()) {
                check.error(
                    key,
                    "The app sees no channel '"
                        + channel
                        + "' in Slack: create it or correct the name; to a private channel the app"
                        + " must be invited.");
              }
            });
  }

  /** The channels that are known before the first record comes, with the key that names each. */
  private Map<String, String> wanted() {
    ChannelRoutes routes = config.routes();
    Map<String, String> wanted = new LinkedHashMap<>();
    if (topics.isEmpty() && !routes.pattern().contains(ChannelRoutes.TOPIC)) {
      wanted.put(routes.pattern(), SlackSinkConfig.CHANNEL);
    }
    topics.forEach(topic -> wanted.put(routes.channel(topic), keyOf(routes, topic)));
    routes
        .byTopic()
        .keySet()
        .forEach(topic -> wanted.put(routes.channel(topic), keyOf(routes, topic)));
    return wanted;
  }

  private static String keyOf(ChannelRoutes routes, String topic) {
    return routes.byTopic().containsKey(topic)
        ? SlackSinkConfig.TOPIC_CHANNELS
        : SlackSinkConfig.CHANNEL;
  }
}
