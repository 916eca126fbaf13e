package io.bellwether.connect.slack.source.read;

import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.source.SlackSourceConfig;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task against a stand-in; the test plays the worker, and may kill it between two records. */
final class TaskUnderTest implements AutoCloseable {
  final SlackStandIn slack =
      SlackStandIn.start(
          Options.defaults()
              .withRateLimits(false)
              .withPostingLimit(false)
              .withRecordedCalls(100_000)
              .withAckTimeout(Duration.ofMillis(300)));
  final App app = slack.workspace().app("bellwether");
  final Map<String, String> config = new HashMap<>();
  final List<SourceRecord> records = new ArrayList<>();
  private final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();
  private StartedSlackSource task;

  TaskUnderTest() {
    config.put("slack.bot.token", app.botToken());
    config.put("slack.app.token", app.appToken());
    config.put("slack.api.url", slack.webApiUrl().toString());
    config.put("start.from", "beginning");
    config.put("poll.interval.ms", "20");
    config.put("history.interval.ms", "300");
    config.put("watch.interval.ms", "20");
    config.put("heartbeat.interval.ms", "10");
    config.put("history.page.size", "50");
    config.put("history.requests.per.minute", "60000");
    config.put("replies.requests.per.minute", "60000");
    config.put("name.requests.per.minute", "60000");
    config.put("slack.timeout.ms", "2000");
  }

  void start(String mode) {
    config.put("mode", mode);
    task =
        new StartedSlackSource(new SlackSourceConfig(config), "slack", new Stored(), Meters.none());
  }

  /** Polls until this holds; what comes is delivered, as a worker does. */
  void pollUntil(BooleanSupplier condition) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              polled().forEach(this::deliver);
              task.deliveredAll();
              return condition.getAsBoolean();
            });
  }

  /** Polls until there is a connection that has been greeted and caught up with. */
  void pollUntilConnected() {
    pollUntil(() -> slack.sockets().count(app) == 1);
  }

  /** Polls until history has been looked through: what changes from now on is news. */
  void pollUntilQuiet() {
    pollUntil(
        () ->
            !stored.isEmpty()
                && stored.values().stream()
                    .allMatch(
                        position ->
                            position.containsKey("changes_to")
                                && !position.containsKey("replies_round")));
  }

  /** The worker dies. */
  void kill() {
    task.close();
  }

  /** Kafka takes what was polled up to some record, then the worker dies. */
  void pollAndDie(Random random) {
    for (SourceRecord record : polled()) {
      if (random.nextInt(5) == 0) {
        break;
      }
      deliver(record);
    }
    task.close();
  }

  private List<SourceRecord> polled() {
    try {
      List<SourceRecord> polled = task.poll();
      return polled == null ? List.of() : polled;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(SourceRecord record) {
    if (!record.topic().equals("bellwether-heartbeats")) {
      records.add(record);
    }
    stored.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
    task.delivered(record);
  }

  /** The event ids that Kafka has, in order. */
  List<String> eventIds() {
    return records.stream()
        .filter(record -> record.value() != null)
        .map(record -> ((Struct) record.value()).getString("event_id"))
        .toList();
  }

  /** The texts that Kafka has, in order. */
  List<String> texts() {
    return records.stream().map(record -> ((Struct) record.value()).getString("text")).toList();
  }

  /** What is stored of all channels. */
  Collection<Map<String, Object>> positions() {
    return stored.values();
  }

  long calls(String method) {
    return slack.calls().stream().filter(call -> call.method().equals(method)).count();
  }

  @Override
  public void close() {
    task.close();
    slack.close();
  }

  /** Connect's stored offsets, as they would be read after a restart. */
  private final class Stored implements OffsetStorageReader {
    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
      return stored.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(
        Collection<Map<String, T>> partitions) {
      Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
      partitions.forEach(partition -> found.put(partition, stored.get(partition)));
      return found;
    }
  }
}
