package io.bellwether.connect.slack.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.runtime.AbstractStatus;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/** A broker and a Connect worker in this JVM, used through the worker's REST interface. */
final class SinkCluster implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final EmbeddedConnectCluster connect;

  SinkCluster() {
    connect =
        new EmbeddedConnectCluster.Builder()
            .name("sink")
            .numWorkers(1)
            .workerProps(
                new HashMap<>(
                    Map.of(
                        "plugin.discovery", "service_load",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                        "value.converter.schemas.enable", "false",
                        "connector.client.config.override.policy", "All",
                        "offset.flush.interval.ms", "60000")))
            .build();
    connect.start();
  }

  /** One for all tests of this JVM; closed by {@link SinkScenario.Ends}. */
  static SinkCluster shared() {
    return Shared.CLUSTER;
  }

  private static final class Shared {
    private static final SinkCluster CLUSTER = new SinkCluster();
  }

  void topic(String name) {
    topic(name, 1);
  }

  void topic(String name, int partitions) {
    connect.kafka().createTopic(name, partitions);
  }

  /** One record for each event id; the text names it. */
  void produce(String topic, String... eventIds) {
    for (String id : eventIds) {
      connect
          .kafka()
          .produce(topic, id, "{\"event_id\":\"" + id + "\",\"text\":\"about " + id + "\"}");
    }
  }

  /** A record as it is. */
  void produceRaw(String topic, String value) {
    connect.kafka().produce(topic, value);
  }

  /** The same with the time of the event. */
  void produceSaidAt(String topic, String saidAt, String... eventIds) {
    for (String id : eventIds) {
      connect
          .kafka()
          .produce(
              topic,
              id,
              "{\"event_id\":\"%s\",\"text\":\"about %s\",\"said_at\":\"%s\"}"
                  .formatted(id, id, saidAt));
    }
  }

  void submit(String name, Map<String, String> config) {
    connect.configureConnector(name, config);
    awaitState(name, AbstractStatus.State.RUNNING);
  }

  List<String> errors(Map<String, String> config, String key) {
    return connect.validateConnectorConfig("SlackSinkConnector", config).configs().stream()
        .map(ConfigInfo::configValue)
        .filter(value -> value.name().equals(key))
        .flatMap(value -> value.errors().stream())
        .toList();
  }

  /** Submits a connector that begins with the first record of its topics. */
  void stopAndReset(String name, Map<String, String> config) {
    submit(name, config);
    stop(name);
    resetOffsets(name);
    resume(name);
  }

  void pause(String name) {
    connect.pauseConnector(name);
    awaitState(name, AbstractStatus.State.PAUSED);
  }

  void resume(String name) {
    connect.resumeConnector(name);
    awaitState(name, AbstractStatus.State.RUNNING);
  }

  void restart(String name) {
    connect.restartConnectorAndTasks(name, false, true, false);
    awaitState(name, AbstractStatus.State.RUNNING);
  }

  void stop(String name) {
    connect.stopConnector(name);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              ConnectorStateInfo status = connect.connectorStatus(name);
              assertThat(status.connector().state()).isEqualTo("STOPPED");
              assertThat(status.tasks()).isEmpty();
            });
  }

  void delete(String name) {
    connect.deleteConnector(name);
    await().atMost(LONG).until(() -> !connect.connectors().contains(name));
  }

  /** Waits until the task has failed and gives the trace that the REST interface shows. */
  String awaitFailure(String name) {
    awaitState(name, AbstractStatus.State.FAILED);
    return connect.connectorStatus(name).tasks().get(0).trace();
  }

  String taskState(String name) {
    return connect.connectorStatus(name).tasks().get(0).state();
  }

  /** Committed offsets of all partitions together: how many records are delivered. */
  long offset(String name) {
    return connect.connectorOffsets(name).offsets().stream()
        .map(offset -> ((Number) offset.offset().get("kafka_offset")).longValue())
        .reduce(0L, Long::sum);
  }

  void alterOffset(String name, String topic, long offset) {
    connect.alterSinkConnectorOffset(name, new TopicPartition(topic, 0), offset);
  }

  void resetOffsets(String name) {
    connect.resetConnectorOffsets(name);
  }

  /** So many records of a dead letter queue, with the text of one of their headers. */
  List<String> deadLetters(String topic, int count, String header) {
    return StreamSupport.stream(
            connect.kafka().consume(count, LONG.toMillis(), topic).spliterator(), false)
        .map(record -> new String(record.headers().lastHeader(header).value(), UTF_8))
        .toList();
  }

  private void awaitState(String name, AbstractStatus.State state) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(connect.connectorStatus(name).tasks())
                    .isNotEmpty()
                    .extracting(ConnectorStateInfo.TaskState::state)
                    .containsOnly(state.name()));
  }

  @Override
  public void close() {
    connect.stop();
  }
}
