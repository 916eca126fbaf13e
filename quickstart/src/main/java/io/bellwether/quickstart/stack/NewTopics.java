package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Creates topics that can be written to. A broker says that a topic is created before its leaders
 * know, and what is sent between is refused. A producer with several requests under way may then
 * see a later one taken first, and the first one refused until its time is over: <a
 * href="https://issues.apache.org/jira/browse/KAFKA-15591">KAFKA-15591</a>.
 */
public final class NewTopics {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private NewTopics() {}

  /**
   * Creates them, and waits until each leader answers.
   *
   * @param topics with a number of partitions
   * @param watch ends the wait when the user wants to stop
   * @throws ExecutionException if they cannot be created, with the client's exception as its cause
   */
  public static void create(Admin admin, List<NewTopic> topics, Watch watch)
      throws ExecutionException, InterruptedException {
    admin.createTopics(topics).all().get();
    Map<TopicPartition, OffsetSpec> latest =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    watch.until("the leaders of " + latest.keySet(), PATIENCE, () -> led(admin, latest));
  }

  private static Optional<Boolean> led(Admin admin, Map<TopicPartition, OffsetSpec> latest)
      throws InterruptedException {
    try {
      admin.listOffsets(latest).all().get();
      return Optional.of(true);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return Optional.empty();
      }
      throw new LaunchException("No offsets of " + latest.keySet() + ": " + e.getCause(), e);
    }
  }
}
