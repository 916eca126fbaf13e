package io.bellwether.connect.twitter.source.read;

import static org.awaitility.Awaitility.await;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.twitter.source.TwitterSourceConfig;
import io.bellwether.standin.x.Call;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.XUser;
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

/** A task without a worker around it, an X to read from, and one clock for both. */
final class TaskUnderTest implements AutoCloseable {
  private static final Duration SETTLE = Duration.ofSeconds(30);

  final MovableClock clock = new MovableClock();
  final XStandIn x;
  final XApp app;
  final XUser ann;
  final Map<String, String> config = new HashMap<>();
  final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();
  final List<SourceRecord> records = new ArrayList<>();
  private StartedTwitterSource task;
  private PollLoop loop;

  /** How much time passes when the task has nothing to do. */
  Duration step = Duration.ofSeconds(1);

  TaskUnderTest(Options options) {
    x = XStandIn.start(options.withClock(clock));
    app = x.apps().app("Bellwether");
    ann = x.timeline().user("ann");
    config.put("x.bearer.token", app.bearerToken());
    config.put("x.api.url", x.url().toString());
    config.put("queries", "azure");
    config.put("query.azure", "#azure");
    config.put("start.time", "earliest");
    config.put("gaps.topic", "gaps");
    config.put("poll.interval.ms", "1000");
  }

  TaskUnderTest() {
    this(Options.defaults());
  }

  /** So many posts, each a second after the other. */
  void post(String text, int count) {
    for (int n = 1; n <= count; n++) {
      clock.advance(Duration.ofSeconds(1));
      x.timeline().post(ann, text + " " + n);
    }
  }

  /** What was posted becomes old enough to be searched for. */
  void settle() {
    clock.advance(SETTLE.plusSeconds(1));
  }

  void start() {
    loop = new PollLoop("x-call", Duration.ofMillis(5));
    task =
        new StartedTwitterSource(
            new TwitterSourceConfig(config), "x-source", new Stored(), Meters.none(), clock, loop);
  }

  /** Polls until this holds, while time passes; what comes is stored, as a worker does. */
  void pollUntil(BooleanSupplier condition) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              List<SourceRecord> polled = polled();
              polled.forEach(this::deliver);
              if (polled.isEmpty() && !loop.isAsking()) {
                clock.advance(step);
              }
              return condition.getAsBoolean();
            });
  }

  /** Polls until X was searched so many times more. */
  void pollSearches(int more) {
    long before = searches();
    pollUntil(() -> searches() >= before + more);
    pollOnce();
  }

  /** Turns the loop without waiting for anything. */
  void pollOnce() {
    polled().forEach(this::deliver);
  }

  /** Kafka takes what was polled up to some record, then the worker dies. */
  void pollAndDie(Random random) {
    for (SourceRecord record : polled()) {
      if (random.nextInt(4) == 0) {
        break;
      }
      deliver(record);
    }
    kill();
  }

  void kill() {
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
  }

  /** The event ids that Kafka has, in order. */
  List<String> eventIds() {
    return feedback().stream().map(value -> value.getString("event_id")).toList();
  }

  List<String> texts() {
    return feedback().stream().map(value -> value.getString("text")).toList();
  }

  List<Struct> feedback() {
    return values("feedback");
  }

  List<Struct> gaps() {
    return values("gaps");
  }

  private List<Struct> values(String topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> (Struct) record.value())
        .toList();
  }

  /** The stored position of the query {@code azure}. */
  Map<String, Object> position() {
    return stored.getOrDefault(new HashMap<>(Map.of("query", "azure")), Map.of());
  }

  /** Whether a call is under way. */
  boolean isAsking() {
    return loop.isAsking();
  }

  long searches() {
    return calls(Faults.SEARCH).size();
  }

  List<Call> calls(String name) {
    return x.calls().stream().filter(call -> call.name().equals(name)).toList();
  }

  @Override
  public void close() {
    if (task != null) {
      task.close();
    }
    x.close();
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
