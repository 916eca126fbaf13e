package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.source.SlackSourceConfig;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.EnvelopeFault;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A running task against a Slack that misbehaves; the test plays the worker. */
@Timeout(60)
class SlackSourceTroubleTest {
  private final SlackStandIn slack =
      SlackStandIn.start(
          Options.defaults()
              .withRateLimits(false)
              .withPostingLimit(false)
              .withAckTimeout(Duration.ofMillis(300)));
  private final App app = slack.workspace().app("bellwether");
  private final User ann = slack.workspace().person("Ann");
  private final Channel channel = slack.workspace().createChannel("feedback", false);
  private final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();
  private final List<String> emitted = new ArrayList<>();
  private final Map<String, String> config = new HashMap<>();
  private StartedSlackSource task;

  SlackSourceTroubleTest() {
    slack.workspace().join(app, channel);
    slack.workspace().join(ann, channel);
    config.put("slack.bot.token", app.botToken());
    config.put("slack.app.token", app.appToken());
    config.put("slack.api.url", slack.webApiUrl().toString());
    config.put("slack.channels", "feedback");
    config.put("start.from", "beginning");
    config.put("poll.interval.ms", "50");
    config.put("history.interval.ms", "500");
    config.put("history.page.size", "7");
    config.put("watch.interval.ms", "50");
    config.put("replies.requests.per.minute", "60000");
    config.put("history.requests.per.minute", "60000");
    config.put("name.requests.per.minute", "60000");
    config.put("slack.timeout.ms", "500");
  }

  @AfterEach
  void stop() {
    task.close();
    slack.close();
  }

  private void start(String mode) {
    config.put("mode", mode);
    task =
        new StartedSlackSource(new SlackSourceConfig(config), "slack", new Stored(), Meters.none());
  }

  /** Polls once and takes what comes, as a worker does: records to Kafka, then their positions. */
  private void poll() {
    List<SourceRecord> records = polled();
    for (SourceRecord record : records) {
      deliver(record);
    }
    task.deliveredAll();
  }

  private List<SourceRecord> polled() {
    try {
      List<SourceRecord> records = task.poll();
      return records == null ? List.of() : records;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(SourceRecord record) {
    if (record.topic().equals("feedback")) {
      emitted.add(((Struct) record.value()).getString("text"));
    }
    stored.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
    task.delivered(record);
  }

  private void post(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(n -> slack.workspace().post(ann, channel, "message " + n));
  }

  private void awaitExactly(int count) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              poll();
              return emitted.size() >= count;
            });
    assertThat(emitted)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, count).mapToObj(n -> "message " + n).toList());
  }

  @Test
  void historyComesWholeThroughEveryKindOfTrouble() {
    post(1, 60);
    slack
        .faults()
        .next(1, "auth.test", Fault.serverError(503))
        .next(1, "conversations.list", Fault.truncatedBody())
        .next(1, "conversations.history", Fault.serverError(500))
        .next(1, "conversations.history", Fault.truncatedBody())
        .next(1, "conversations.history", Fault.connectionReset())
        .next(1, "conversations.history", Fault.apiError("internal_error"))
        .next(1, "conversations.history", Fault.timeout(Duration.ofSeconds(2)))
        .next(1, "users.info", Fault.serverError(500));
    start("history");
    awaitExactly(60);
  }

  @Test
  void noCallIsMadeWhileSlackAsksToWait() {
    post(1, 20);
    slack.faults().next(1, "conversations.history", Fault.rateLimited(Duration.ofSeconds(2)));
    start("history");
    awaitExactly(20);

    List<Call> calls =
        slack.calls().stream().filter(c -> c.method().equals("conversations.history")).toList();
    Instant asked = calls.get(0).at();
    assertThat(calls.get(0).status()).isEqualTo(429);
    assertThat(calls.get(1).at()).isAfterOrEqualTo(asked.plusSeconds(2));
  }

  @Test
  void anExpiredCursorBeginsTheStretchAgain() {
    post(1, 30);
    slack.faults().next(1, "conversations.history", Fault.apiError("invalid_cursor"));
    start("history");
    awaitExactly(30);
  }

  @Test
  void liveEventsThatComeTwiceOutOfOrderOrNotAtAllAreEmittedOnce() {
    start("socket");
    await().until(() -> pollUntilConnected() == 1);
    slack
        .faults()
        .seededEnvelopes(
            42,
            0.5,
            List.of(
                EnvelopeFault.DUPLICATE,
                EnvelopeFault.OUT_OF_ORDER,
                EnvelopeFault.LOST,
                EnvelopeFault.UNHEARD_ACK,
                EnvelopeFault.DROP_SOCKET,
                EnvelopeFault.REFRESH_SOCKET));
    for (int n = 1; n <= 60; n++) {
      post(n, n);
      poll();
    }
    slack.faults().clear();
    awaitExactly(60);
  }

  @Test
  void whatWasPostedWhileTheSocketWasGoneComesFromHistory() {
    start("socket");
    await().until(() -> pollUntilConnected() == 1);
    slack.faults().next(3, "apps.connections.open", Fault.apiError("internal_error"));
    slack.sockets().drop(app);
    post(1, 25);
    awaitExactly(25);
    await().until(() -> pollUntilConnected() == 1);
  }

  @Test
  void aTaskThatDiesAnywhereGoesOnWithoutLossAndWithoutRepetition() {
    Random random = new Random(7);
    config.put("heartbeat.interval.ms", "10");
    start("socket");
    for (int posted = 0; posted < 120; posted += 10) {
      post(posted + 1, posted + 10);
      for (SourceRecord record : polled()) {
        // Kafka took a batch up to some record when the worker died; the rest never happened.
        if (random.nextInt(5) == 0) {
          break;
        }
        deliver(record);
      }
      task.close();
      start(random.nextBoolean() ? "socket" : "history");
    }
    awaitExactly(120);
  }

  @Test
  void aSilentSlackKeepsNobodyWaiting() {
    config.put("slack.timeout.ms", "30000");
    post(1, 5);
    slack.faults().always("conversations.history", Fault.timeout(Duration.ofSeconds(20)));
    start("history");
    await()
        .until(
            () -> {
              poll();
              return slack.calls().stream()
                  .anyMatch(call -> call.method().equals("conversations.list"));
            });
    for (int n = 0; n < 5; n++) {
      Instant begin = Instant.now();
      poll();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }
    Instant begin = Instant.now();
    task.close();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  private int pollUntilConnected() {
    poll();
    return slack.sockets().count(app);
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
