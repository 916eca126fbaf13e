package io.bellwether.quickstart.replay;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.NewTopics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic and the producer of a replay. */
public final class ReplayKafka {
  private static final int PARTITIONS = 2;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String FOREVER = "-1";

  private ReplayKafka() {}

  /** A producer that neither loses nor doubles within one run, and prefers throughput. */
  public static Producer<byte[], byte[]> producer(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.CLIENT_ID_CONFIG,
            "bellwether-replay",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Makes the topic where it is missing, one that keeps everything: recorded rows are old, and a
   * topic deletes by the time in its records.
   *
   * @return what to warn of where the topic is there and deletes
   * @throws LaunchException if no broker answers
   */
  public static Optional<String> prepare(String bootstrap, String topic)
      throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      return created(admin, topic) ? Optional.empty() : retention(admin, topic);
    } catch (ExecutionException e) {
      throw new LaunchException(
          "Cannot prepare topic " + topic + " at " + bootstrap + ": " + e.getCause().getMessage(),
          e);
    }
  }

  private static boolean created(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOREVER));
    try {
      NewTopics.create(admin, List.of(wanted), new Watch());
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<String> retention(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    String millis = config.get(TopicConfig.RETENTION_MS_CONFIG).value();
    boolean deletes =
        config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("delete")
            && !millis.equals(FOREVER);
    return deletes
        ? Optional.of(
            "Note: topic "
                + topic
                + " deletes what is older than "
                + millis
                + " ms by the rows' own time (retention.ms).")
        : Optional.empty();
  }
}
