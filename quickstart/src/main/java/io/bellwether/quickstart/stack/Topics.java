package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the demo, as docs/contracts.md describes them. */
public final class Topics {
  /** What sources write and the analyzer reads. */
  public static final String FEEDBACK = "feedback";

  /** What the analyzer writes. */
  public static final List<String> OUTCOMES =
      List.of("negative-feedback", "positive-feedback", "neutral-feedback", "unscored-feedback");

  private static final String HEARTBEATS = "bellwether-heartbeats";
  private static final int PARTITIONS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Topics() {}

  /**
   * A topic.
   *
   * @param compacted whether only the latest record of each key is kept
   */
  public record Topic(String name, boolean compacted) {
    NewTopic made() {
      short one = 1;
      NewTopic topic = new NewTopic(name, compacted ? 1 : PARTITIONS, one);
      // Retention goes by a record's time, and recorded trades are older than it would allow.
      return topic.configs(
          compacted
              ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
              : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
  }

  /** Waits until the broker answers, then creates those topics that are missing. */
  public static void create(String bootstrap, Watch watch) throws InterruptedException {
    create(bootstrap, List.of(), watch);
  }

  /** The same, and further ones. */
  public static void create(String bootstrap, List<Topic> more, Watch watch)
      throws InterruptedException {
    watch.until("the broker at " + bootstrap, PATIENCE, () -> listening(bootstrap));
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
    try (Admin admin = Admin.create(client)) {
      for (NewTopic topic : all(more)) {
        watch.until("topic " + topic.name(), PATIENCE, () -> created(admin, topic, watch));
      }
    }
  }

  private static List<NewTopic> all(List<Topic> more) {
    return Stream.of(
            Stream.of(new Topic(FEEDBACK, false)),
            OUTCOMES.stream().map(name -> new Topic(name, false)),
            Stream.of(new Topic(HEARTBEATS, true)),
            more.stream())
        .flatMap(topics -> topics)
        .map(Topic::made)
        .toList();
  }

  /** A look at the port first: the client would log every refused connection. */
  private static Optional<Boolean> listening(String bootstrap) {
    String[] address = bootstrap.split(":");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])), 1_000);
      return Optional.of(true);
    } catch (IOException e) {
      // Not yet.
      return Optional.empty();
    }
  }

  private static Optional<Boolean> created(Admin admin, NewTopic topic, Watch watch)
      throws InterruptedException {
    try {
      NewTopics.create(admin, List.of(topic), watch);
      return Optional.of(true);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return Optional.of(true);
      }
      if (e.getCause() instanceof RetriableException) {
        return Optional.empty();
      }
      throw new LaunchException(
          "Cannot create topic " + topic.name() + ": " + e.getCause().getMessage(), e);
    }
  }
}
