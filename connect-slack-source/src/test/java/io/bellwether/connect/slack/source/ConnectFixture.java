package io.bellwether.connect.slack.source;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/** A Kafka broker, a Connect worker with exactly-once sources, and a Slack to read from. */
final class ConnectFixture implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final WorkerUnderTest worker;
  final EmbeddedConnectCluster connect;
  final SlackStandIn slack;
  final User ann;

  ConnectFixture() {
    slack = SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false));
    ann = slack.workspace().person("Ann");
    worker = new WorkerUnderTest("slack-source");
    connect = worker.connect();
  }

  /** An app for each channel: two connectors of one app would share its events. */
  App app(Channel channel) {
    return slack.workspace().app("reader of " + channel.name());
  }

  /** A new channel that its app reads. */
  Channel channel() {
    Channel channel = slack.workspace().createChannel("channel-" + NUMBER.incrementAndGet(), false);
    slack.workspace().join(app(channel), channel);
    return slack.workspace().join(ann.id(), channel.id());
  }

  void post(Channel channel, String what, int count) {
    for (int n = 1; n <= count; n++) {
      slack.workspace().post(ann, channel, what + " " + n);
    }
  }

  /** A configuration that reads a channel from its beginning into a topic of the same name. */
  Map<String, String> config(Channel channel, String mode) {
    Map<String, String> config = new HashMap<>();
    config.put("connector.class", SlackSourceConnector.class.getName());
    config.put("tasks.max", "1");
    config.put("slack.bot.token", app(channel).botToken());
    config.put("slack.app.token", app(channel).appToken());
    config.put("slack.api.url", slack.webApiUrl().toString());
    config.put("slack.channels", channel.name());
    config.put("mode", mode);
    config.put("start.from", "beginning");
    config.put("topic", channel.name());
    config.putAll(WorkerUnderTest.topicCreation());
    config.put("poll.interval.ms", "50");
    config.put("heartbeat.interval.ms", "50");
    config.put("history.requests.per.minute", "60000");
    config.put("watch.interval.ms", "50");
    config.put("replies.requests.per.minute", "60000");
    config.put("name.requests.per.minute", "60000");
    return config;
  }

  void run(String name, Map<String, String> config) {
    worker.run(name, config, 1);
  }

  void awaitRunning(String name) {
    worker.awaitRunning(name, 1);
  }

  /** Waits for so many records and then for the connector to have nothing more to say. */
  List<String> awaitTexts(Channel channel, int count) {
    return texts(worker.awaitRecords(channel.name(), count));
  }

  /** What committed transactions put into the channel's topic. */
  List<String> texts(Channel channel) {
    return texts(worker.records(channel.name()));
  }

  private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> WorkerUnderTest.field(record, "text")).toList();
  }

  @Override
  public void close() {
    worker.close();
    slack.close();
  }
}
