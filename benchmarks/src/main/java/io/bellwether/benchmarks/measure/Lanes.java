package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.NewTopics;
import io.bellwether.quickstart.stack.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of what a pipeline is compared with. */
public final class Lanes {
  /** Written and read, nothing in between. */
  static final String FLOOR = "floor";

  /** What the plain pipe reads. */
  public static final String PLAIN = "plain-input";

  /** Begins the names of what the plain pipe writes. */
  public static final String PLAIN_PREFIX = "plain-";

  public static final int PARTITIONS = 2;

  /** How long a message may take before it counts as lost. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(60);

  private Lanes() {}

  /** The outcome topics of the plain pipe. */
  static List<String> plainOutcomes() {
    return Topics.OUTCOMES.stream().map(name -> PLAIN_PREFIX + name).toList();
  }

  /** Makes them. */
  public static void create(BenchStack stack) throws InterruptedException {
    List<NewTopic> topics =
        Stream.concat(Stream.of(FLOOR, PLAIN), plainOutcomes().stream())
            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
            .toList();
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrap()))) {
      for (NewTopic topic : topics) {
        create(admin, topic, stack.watch());
      }
    }
  }

  static void create(Admin admin, NewTopic topic, Watch watch) throws InterruptedException {
    try {
      NewTopics.create(admin, List.of(topic), watch);
    } catch (ExecutionException e) {
      // The client asks again where an answer is late: then its own topic exists.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Cannot create the topics of the comparison", e.getCause());
      }
    }
  }

  /** Returns when all has arrived, or after so long that the rest counts as lost. */
  static void await(BenchStack stack, SteadyClock clock, Arrivals arrivals, List<Track> tracks)
      throws InterruptedException {
    long end = clock.micros() + LOST_AFTER.toNanos() / 1_000;
    stack
        .watch()
        .until(
            "the last messages",
            LOST_AFTER.multipliedBy(2),
            () -> {
              arrivals.check();
              boolean over = clock.micros() > end || tracks.stream().allMatch(Track::isComplete);
              return over ? Optional.of(true) : Optional.empty();
            });
  }
}
