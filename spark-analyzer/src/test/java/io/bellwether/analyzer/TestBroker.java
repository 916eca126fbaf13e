package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.testkafka.EmbeddedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real Kafka broker in this JVM, for all tests of it. */
final class TestBroker {
  private static final TestBroker SHARED = new TestBroker(EmbeddedBroker.start().bootstrap());
  private final String bootstrap;

  /** One that runs already and asks for no log-in there. */
  TestBroker(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  static TestBroker shared() {
    return SHARED;
  }

  String bootstrap() {
    return bootstrap;
  }

  Map<String, Object> clientSettings() {
    return Map.of("bootstrap.servers", bootstrap);
  }

  void createTopics(int partitions, List<String> names) {
    createTopics(partitions, names, Map.of());
  }

  /** Returns when each leader knows: what is sent before can be lost (KAFKA-15591). */
  void createTopics(int partitions, List<String> names, Map<String, String> settings) {
    try (Admin admin = Admin.create(clientSettings())) {
      admin
          .createTopics(
              names.stream()
                  .map(name -> new NewTopic(name, partitions, (short) 1).configs(settings))
                  .toList())
          .all()
          .get();
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (String name : names) {
        for (int partition = 0; partition < partitions; partition++) {
          latest.put(new TopicPartition(name, partition), OffsetSpec.latest());
        }
      }
      await()
          .ignoreExceptionsMatching(e -> e.getCause() instanceof RetriableException)
          .until(() -> admin.listOffsets(latest).all().get().size() == latest.size());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void send(List<ProducerRecord<String, String>> records) {
    try (KafkaProducer<String, String> producer = producer(Map.of())) {
      sendAll(producer, records);
    }
  }

  void sendAndAbort(String transaction, List<ProducerRecord<String, String>> records) {
    try (KafkaProducer<String, String> producer =
        producer(Map.of("transactional.id", transaction))) {
      producer.initTransactions();
      producer.beginTransaction();
      sendAll(producer, records);
      producer.abortTransaction();
    }
  }

  private static void sendAll(
      KafkaProducer<String, String> producer, List<ProducerRecord<String, String>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    producer.flush();
    assertThat(sent).allSatisfy(one -> assertThat(one.get().hasOffset()).isTrue());
  }

  private KafkaProducer<String, String> producer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(clientSettings());
    all.put("max.request.size", 8_000_000);
    all.put("compression.type", "lz4");
    all.putAll(settings);
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  /** Everything in these topics by now, each partition in its order. */
  List<ConsumerRecord<String, String>> read(List<String> topics) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  /** How many records are in these topics by now. */
  long count(List<String> topics) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
