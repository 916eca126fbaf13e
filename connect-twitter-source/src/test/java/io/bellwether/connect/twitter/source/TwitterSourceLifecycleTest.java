package io.bellwether.connect.twitter.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector in a real worker, through the REST API, with exact counts. */
@Timeout(180)
class TwitterSourceLifecycleTest {
  private static XFixture it;

  @BeforeAll
  static void start() {
    it = new XFixture();
  }

  @AfterAll
  static void stop() {
    it.close();
  }

  private static List<String> eventIds(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> WorkerUnderTest.field(record, "event_id")).toList();
  }

  /** 5,000 posts over three queries, and more while pages are read. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void fiveThousandPostsComeOnceInTheFewestRequests(int pageSize) {
    String word = it.word();
    String[] tags = {word + "a", word + "b", word + "c"};
    int[] counts = {2_000, 2_000, 1_000};
    int[] more = {40, 30, 20};
    Map<String, String> config = it.config(word);
    config.put("tasks.max", "3");
    config.put("page.size", String.valueOf(pageSize));
    config.put("poll.interval.ms", "8000");
    config.put("queries", "a,b,c");
    config.remove("query.q");
    int least = 0;
    for (int n = 0; n < 3; n++) {
      config.put("query." + "abc".charAt(n), tags[n]);
      it.post(tags[n], counts[n]);
      least += pages(counts[n], pageSize) + pages(more[n], pageSize);
    }
    it.worker.run(word, config, 3);
    for (int n = 0; n < 3; n++) {
      String tag = tags[n];
      await()
          .until(
              () ->
                  it.searches(word).stream()
                      .anyMatch(c -> tag.equals(c.parameters().get("query"))));
      it.post(tag + " meanwhile", more[n]);
    }

    List<String> ids = eventIds(it.worker.awaitRecords(word, 5_090));
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(it.searches(word).size()).isLessThanOrEqualTo((int) (least * 1.05));
    it.worker.delete(word);
  }

  private static int pages(int posts, int pageSize) {
    return (posts + pageSize - 1) / pageSize;
  }

  @Test
  void noAnswerThatGoesWrongLosesOrDoublesAPost() {
    String word = it.word();
    it.post(word, 300);
    Map<String, String> config = it.config(word);
    config.put("page.size", "10");
    it.worker.connect().kafka().createTopic(word);
    assertThat(it.worker.errors("TwitterSourceConnector", named(config), "x.api.url")).isEmpty();
    it.worker.submit(word, config, 1);
    it.x
        .faults()
        .seeded(
            7,
            0.25,
            List.of(
                Fault.status(503),
                Fault.page(502),
                Fault.brokenJson(),
                Fault.truncatedBody(),
                Fault.partialErrors(),
                Fault.connectionReset()));
    try {
      assertThat(eventIds(it.worker.awaitRecords(word, 300))).doesNotHaveDuplicates();
    } finally {
      it.x.faults().clear();
    }
    it.worker.delete(word);
  }

  @Test
  void everyPostComesOnceThroughPauseStopAndRestart() {
    String word = it.word();
    it.post(word, 150);
    it.worker.run(word, it.config(word), 1);
    it.worker.awaitRecords(word, 150);

    it.worker.pause(word, 1);
    it.post(word, 10);
    it.worker.resume(word, 1);
    it.worker.awaitRecords(word, 160);

    it.worker.stop(word);
    it.post(word, 10);
    it.worker.resume(word, 1);
    it.worker.awaitRecords(word, 170);

    it.worker.connect().restartTask(word, 0);
    it.post(word, 10);
    assertThat(eventIds(it.worker.awaitRecords(word, 180))).doesNotHaveDuplicates();
    it.worker.delete(word);
  }

  @Test
  void offsetsAreReadAlteredAndReset() {
    String word = it.word();
    it.post(word, 20);
    it.worker.run(word, it.config(word), 1);
    List<ConsumerRecord<byte[], byte[]>> records = it.worker.awaitRecords(word, 20);
    it.worker.stop(word);
    Map<String, String> partition = Map.of("query", "q");
    assertThat(it.worker.positions(word)).contains("since_id");
    assertThatThrownBy(
            () ->
                it.worker
                    .connect()
                    .alterSourceConnectorOffset(word, partition, Map.of("since_id", "yesterday")))
        .hasMessageContaining("since_id");

    String sixth = WorkerUnderTest.field(records.get(5), "event_id").split(":")[1];
    it.worker.connect().alterSourceConnectorOffset(word, partition, Map.of("since_id", sixth));
    it.worker.resume(word, 1);
    it.worker.awaitRecords(word, 25);

    it.worker.stop(word);
    it.worker.connect().resetConnectorOffsets(word);
    it.worker.resume(word, 1);
    it.worker.awaitRecords(word, 45);
    it.worker.delete(word);
  }

  @Test
  void aPositionOfEightDaysAgoIsAGapRecordAndThenItGoesOn() {
    String word = it.word();
    it.post(word, 5);
    Map<String, String> config = it.config(word);
    config.put("gaps.topic", word + "-gaps");
    it.worker.run(word, config, 1);
    it.worker.awaitRecords(word, 5);
    it.worker.stop(word);
    String eightDaysAgo = PostId.at(Instant.now().minus(Duration.ofDays(8)));
    it.worker
        .connect()
        .alterSourceConnectorOffset(word, Map.of("query", "q"), Map.of("since_id", eightDaysAgo));
    it.worker.resume(word, 1);

    it.worker.awaitRecords(word, 10);
    ConsumerRecord<byte[], byte[]> gap = it.worker.awaitRecords(word + "-gaps", 1).get(0);
    assertThat(WorkerUnderTest.field(gap, "from")).isEqualTo(PostId.time(eightDaysAgo).toString());
    assertThat(new String(gap.value(), UTF_8))
        .contains("\"source\":\"x\"", "\"partition\":{\"query\":\"q\"}");
    assertThat(it.worker.metric(word, "gaps-total")).isEqualTo(1.0);
    it.worker.delete(word);
  }

  @Test
  void theUsageCapIsToldByPositionAndMetricsAndEndsAllCalls() {
    String word = it.word();
    Map<String, String> config = it.config(word);
    it.worker.run(word, config, 1);
    it.x.faults().next(1, Faults.SEARCH, Fault.usageCapped());
    await().until(() -> it.worker.metric(word, "usage-capped") == 1.0);
    await().until(() -> it.worker.positions(word).contains("capped_until"));
    int calls = it.searches(word).size();
    it.worker.connect().restartTask(word, 0);
    it.worker.awaitRunning(word, 1);
    await().until(() -> it.worker.metric(word, "usage-capped") == 1.0);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> it.searches(word).size() == calls);
    it.worker.delete(word);
  }

  @Test
  void aRecordKeepsTheContract() {
    String word = it.word();
    Post post = it.x.timeline().post(it.ann, word + " is down & out");
    it.worker.run(word, it.config(word), 1);
    ConsumerRecord<byte[], byte[]> record = it.worker.awaitRecords(word, 1).get(0);
    assertThat(new String(record.key(), UTF_8)).isEqualTo("x:" + post.id());
    assertThat(new String(record.value(), UTF_8))
        .contains("\"event_id\":\"x:" + post.id() + ":0\"", "\"source\":\"x\"", "\"query\":\"q\"")
        .contains("\"text\":\"" + word + " is down & out\"", "\"author_name\":\"ann\"")
        .contains("\"url\":\"https://x.com/ann/status/" + post.id() + "\"")
        .contains("\"metrics\":{", "\"channel_id\":null");
    assertThat(record.timestamp()).isEqualTo(PostId.time("" + post.id()).toEpochMilli());
    await().until(() -> it.worker.metric(word, "records-total") == 1.0);
    assertThat(it.worker.metric(word, "posts-read-today")).isEqualTo(1.0);
    it.worker.delete(word);
  }

  @Test
  void badConfigurationsAreAnsweredWithKeyAndRemedy() {
    String word = it.word();
    assertThat(errors(word, "x.bearer.token", "wrong-secret", "x.bearer.token"))
        .contains("set x.bearer.token")
        .doesNotContain("wrong-secret");
    assertThat(errors(word, "query.q", "(open", "query.q")).contains("X says");
    assertThat(errors(word, "querys", "x", "querys")).contains("Did you mean 'queries'?");
    assertThat(errors(word, "x.api.url", "http://127.0.0.1:1/", "x.api.url"))
        .contains("cannot be reached");
    assertThat(errors(word, "mode", "both", "mode")).contains("one of search, stream");
    assertThat(errors(word, "mode", "search", "mode")).isEmpty();
  }

  @Test
  void credentialsThatXDoesNotTakeAnyMoreFailTheTaskWithTheRemedy() {
    String word = it.word();
    it.worker.run(word, it.config(word), 1);
    it.x.faults().always(Faults.SEARCH, Fault.status(401));
    try {
      assertThat(it.worker.awaitFailure(word))
          .contains("set x.bearer.token")
          .doesNotContain(it.config(word).get("x.bearer.token"));
    } finally {
      it.x.faults().clear();
      it.worker.delete(word);
    }
  }

  private static Map<String, String> named(Map<String, String> config) {
    Map<String, String> named = new HashMap<>(config);
    named.put("name", "validated");
    return named;
  }

  private static String errors(String word, String key, String value, String asked) {
    Map<String, String> config = named(it.config(word));
    config.put(key, value);
    return it.worker.errors("TwitterSourceConnector", config, asked);
  }
}
