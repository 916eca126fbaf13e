package io.bellwether.quickstart.page.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how far topics and groups have come. Changes nothing. */
final class KafkaLook implements AutoCloseable {
  private static final int ONE_CALL_MILLIS = 2_000;

  private final Admin admin;

  KafkaLook(String bootstrap) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG, "console-admin",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ONE_CALL_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ONE_CALL_MILLIS));
  }

  /** What a group has committed. */
  Map<TopicPartition, Long> committed(String group)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                committed.put(partition, offset.offset());
              }
            });
    return committed;
  }

  /** The ends of those topics that exist, as whoever reads committed records sees them. */
  Map<TopicPartition, Long> ends(List<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> there = get(admin.listTopics().names()).stream().filter(topics::contains).toList();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    get(admin.describeTopics(there).allTopicNames())
        .forEach(
            (topic, about) ->
                about
                    .partitions()
                    .forEach(
                        each ->
                            latest.put(
                                new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
    var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return get(admin.listOffsets(latest, options).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private static <T> T get(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(2L * ONE_CALL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    admin.close(Duration.ofMillis(ONE_CALL_MILLIS));
  }
}
