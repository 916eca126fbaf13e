package io.bellwether.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/**
 * A Kafka broker and a Connect worker with exactly-once sources in this JVM, used through the
 * worker's REST interface. Starting it takes seconds: share one among the tests of a class.
 */
public final class WorkerUnderTest implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration LONG = Duration.ofSeconds(60);

  private final EmbeddedConnectCluster connect;

  /**
   * @param name for the log
   */
  public WorkerUnderTest(String name) {
    Properties broker = new Properties();
    broker.put("transaction.state.log.replication.factor", "1");
    broker.put("transaction.state.log.min.isr", "1");
    connect =
        new EmbeddedConnectCluster.Builder()
            .name(name + "-" + NUMBER.incrementAndGet())
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

  /** The cluster itself, for what this class does not do. */
  public EmbeddedConnectCluster connect() {
    return connect;
  }

  /**
   * What the shipped configurations say of topics: without its topic a heartbeat would block the
   * producer.
   */
  public static Map<String, String> topicCreation() {
    return new HashMap<>(
        Map.of(
            "topic.creation.groups", "heartbeats",
            "topic.creation.heartbeats.include", "bellwether-heartbeats",
            "topic.creation.heartbeats.cleanup.policy", "compact",
            "topic.creation.default.partitions", "1",
            "topic.creation.default.replication.factor", "1"));
  }

  /** Creates the configuration's {@code topic}, submits the connector and waits for its tasks. */
  public void run(String name, Map<String, String> config, int tasks) {
    connect.kafka().createTopic(config.get("topic"));
    submit(name, config, tasks);
  }

  /** Submits or changes a connector and waits for its tasks. */
  public void submit(String name, Map<String, String> config, int tasks) {
    connect.configureConnector(name, config);
    awaitRunning(name, tasks);
  }

  /** Waits until so many tasks run. */
  public void awaitRunning(String name, int tasks) {
    uninterrupted(
        () ->
            connect
                .assertions()
                .assertConnectorAndExactlyNumTasksAreRunning(name, tasks, name + " should run"));
  }

  /** Pauses a connector and waits until its tasks are paused. */
  public void pause(String name, int tasks) {
    connect.pauseConnector(name);
    uninterrupted(
        () ->
            connect
                .assertions()
                .assertConnectorAndExactlyNumTasksArePaused(name, tasks, name + " should pause"));
  }

  /** Stops a connector and waits until it has no tasks. */
  public void stop(String name) {
    connect.stopConnector(name);
    uninterrupted(
        () -> connect.assertions().assertConnectorIsStopped(name, name + " should be stopped"));
  }

  /** Resumes a paused or stopped connector and waits for its tasks. */
  public void resume(String name, int tasks) {
    connect.resumeConnector(name);
    awaitRunning(name, tasks);
  }

  /** Deletes a connector and waits until it is gone. */
  public void delete(String name) {
    connect.deleteConnector(name);
    await().atMost(LONG).until(() -> !connect.connectors().contains(name));
  }

  /** Waits until a task has failed and gives the trace that the REST interface shows. */
  public String awaitFailure(String name) {
    await().atMost(LONG).until(() -> failed(name).size() > 0);
    return failed(name).get(0).trace();
  }

  private List<ConnectorStateInfo.TaskState> failed(String name) {
    return connect.connectorStatus(name).tasks().stream()
        .filter(task -> task.state().equals(AbstractStatus.State.FAILED.toString()))
        .toList();
  }

  /** All stored positions, as text. */
  public String positions(String name) {
    return connect.connectorOffsets(name).offsets().toString();
  }

  /** What validation answers to a key of a configuration; empty when nothing is wrong with it. */
  public String errors(String connectorClass, Map<String, String> config, String key) {
    return connect.validateConnectorConfig(connectorClass, config).configs().stream()
        .filter(info -> info.configValue().name().equals(key))
        .flatMap(info -> info.configValue().errors().stream())
        .reduce("", String::concat);
  }

  /** Waits for so many committed records of a topic and sees that there are no more. */
  public List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, int count) {
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(records(topic)).hasSizeGreaterThanOrEqualTo(count));
    List<ConsumerRecord<byte[], byte[]>> records = records(topic);
    assertThat(records).hasSize(count);
    return records;
  }

  /** What committed transactions put into a topic; in a partition in order. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        connect.kafka().createConsumer(Map.of("isolation.level", "read_committed"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** A text field of a record's JSON value, without its escapes undone; empty when absent. */
  public static String field(ConsumerRecord<byte[], byte[]> record, String name) {
    String json = new String(record.value(), UTF_8);
    String start = "\"" + name + "\":\"";
    int at = json.indexOf(start);
    return at < 0
        ? ""
        : json.substring(at + start.length(), json.indexOf('"', at + start.length()));
  }

  /** A metric of a connector's tasks, all together, as an operator reads it over JMX; -1: none. */
  public double metric(String connector, String name) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      double sum = 0;
      boolean found = false;
      for (ObjectName each :
          server.queryNames(new ObjectName("kafka.connect:type=plugins,*"), null)) {
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(each).getAttributes()) {
          if (connector.equals(each.getKeyProperty("connector"))
              && attribute.getName().equals(name)) {
            found = true;
            sum += ((Number) server.getAttribute(each, name)).doubleValue();
          }
        }
      }
      return found ? sum : -1;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Wait {
    void run() throws InterruptedException;
  }

  private static void uninterrupted(Wait wait) {
    try {
      wait.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    connect.stop();
  }
}
