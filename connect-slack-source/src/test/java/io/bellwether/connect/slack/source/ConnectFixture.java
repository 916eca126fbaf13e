package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/** A Kafka broker, a Connect worker with exactly-once sources, and a Slack to read from. */
final class ConnectFixture implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final EmbeddedConnectCluster connect;
  final SlackStandIn slack;
  final User ann;

  ConnectFixture() {
    slack = SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false));
    ann = slack.workspace().person("Ann");
    Properties broker = new Properties();
    broker.put("transaction.state.log.replication.factor", "1");
    broker.put("transaction.state.log.min.isr", "1");
    connect =
        new EmbeddedConnectCluster.Builder()
            .name("slack-source-" + NUMBER.incrementAndGet())
            .numWorkers(1)
            .numBrokers(1)
            .brokerProps(broker)
            .workerProps(
                new HashMap<>(
                    Map.of(
                        "exactly.once.source.support", "enabled",
                        "plugin.discovery", "service_load",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                        "value.converter.schemas.enable", "false")))
            .build();
    connect.start();
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
    // As config/slack-source.json does: without its topic a heartbeat would block the producer.
    config.put("topic.creation.groups", "heartbeats");
    config.put("topic.creation.heartbeats.include", "bellwether-heartbeats");
    config.put("topic.creation.heartbeats.cleanup.policy", "compact");
    config.put("topic.creation.default.partitions", "1");
    config.put("topic.creation.default.replication.factor", "1");
    config.put("poll.interval.ms", "50");
    config.put("heartbeat.interval.ms", "50");
    config.put("history.requests.per.minute", "60000");
    config.put("watch.interval.ms", "50");
    config.put("replies.requests.per.minute", "60000");
    config.put("name.requests.per.minute", "60000");
    return config;
  }

  void run(String name, Map<String, String> config) throws InterruptedException {
    connect.kafka().createTopic(config.get("topic"));
    connect.configureConnector(name, config);
    awaitRunning(name);
  }

  void awaitRunning(String name) throws InterruptedException {
    connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(name, 1, "should run");
  }

  void awaitStopped(String name) throws InterruptedException {
    connect.assertions().assertConnectorIsStopped(name, "should be stopped");
  }

  String awaitFailure(String name) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                tasks(name).stream()
                    .anyMatch(task -> task.state().equals(AbstractStatus.State.FAILED.toString())));
    return tasks(name).get(0).trace();
  }

  private List<ConnectorStateInfo.TaskState> tasks(String name) {
    return connect.connectorStatus(name).tasks();
  }

  /** Waits for so many records and then for the connector to have nothing more to say. */
  List<String> awaitTexts(Channel channel, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(texts(channel)).hasSizeGreaterThanOrEqualTo(count));
    List<String> texts = texts(channel);
    assertThat(texts).hasSize(count);
    return texts;
  }

  /** What committed transactions put into the channel's topic. */
  List<String> texts(Channel channel) {
    return records(channel.name()).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .map(json -> json.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        connect.kafka().createConsumer(Map.of("isolation.level", "read_committed"))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    connect.stop();
    slack.close();
  }
}
