package io.bellwether.chaos.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics that the sink reads: what goes in, and how much of it the sink is done with. */
final class AlertTopics implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  AlertTopics(String bootstrap) {
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Returns when the broker has them all. */
  void send(List<Alerts.Alert> alerts) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Alerts.Alert alert : alerts) {
      String key = alert.eventId().substring(0, alert.eventId().lastIndexOf(':'));
      sent.add(producer.send(new ProducerRecord<>(alert.topic(), key, json(alert.value()))));
    }
    producer.flush();
    try {
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not take the alerts", e);
    }
  }

  private static String json(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values can always be written as JSON", e);
    }
  }

  /** How many records of these topics the group has not committed. */
  long lag(String group, List<String> topics) throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(topics);
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.entrySet().stream()
          .mapToLong(each -> each.getValue() - offset(committed.get(each.getKey())))
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not tell the offsets of " + group, e);
    }
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  /** How many records a topic has; none when there is no such topic. */
  long records(String topic) throws InterruptedException {
    try {
      return admin.listTopics().names().get().contains(topic)
          ? ends(List.of(topic)).values().stream().mapToLong(Long::longValue).sum()
          : 0;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not list its topics", e);
    }
  }

  private Map<TopicPartition, Long> ends(List<String> topics) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                each ->
                    latest.put(
                        new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
      }
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not tell the ends of " + topics, e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
