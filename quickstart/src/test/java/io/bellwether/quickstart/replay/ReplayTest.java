package io.bellwether.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.ManualTime;
import io.bellwether.quickstart.rows.RecordedNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final double MAX = Double.POSITIVE_INFINITY;

  @TempDir Path temporary;
  private final ManualTime time = new ManualTime();
  private final RecordedNotes notes = new RecordedNotes();
  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first =
        Files.writeString(
            temporary.resolve("first.csv"),
            "id,when,bike\n7,1000,\"a \"\"quoted\"\"\nbike\"\nbroken\n8,1060,\n9,soon,x\n10,1120,y\n");
    second = Files.writeString(temporary.resolve("second.csv"), "when,plan,id\n1180,casual,11\n");
  }

  @Test
  void rowsOfSeveralFilesAreMappedByNameInTheirOrder() throws InterruptedException {
    var producer = producer();
    Replay replay = replay(producer, MAX, Position.START);
    replay.run();

    assertThat(producer.history())
        .extracting(ReplayTest::described)
        .containsExactly(
            "7@1000000 {\"id\":\"7\",\"when\":\"1000\",\"bike\":\"a \\\"quoted\\\"\\nbike\"}",
            "8@1060000 {\"id\":\"8\",\"when\":\"1060\",\"bike\":\"\"}",
            "10@1120000 {\"id\":\"10\",\"when\":\"1120\",\"bike\":\"y\"}",
            "11@1180000 {\"when\":\"1180\",\"plan\":\"casual\",\"id\":\"11\"}");
    assertThat(producer.history())
        .extracting(ReplayTest::origin)
        .containsExactly("first.csv:2", "first.csv:5", "first.csv:7", "second.csv:2");
    assertThat(notes.notes())
        .containsExactly(
            first + ":4: 1 columns where the header has 3",
            first
                + ":6: no time: 'soon' is neither seconds nor milliseconds since 1970 nor RFC 3339:"
                + " say its form by --time-format, such as 'M/d/yyyy H:mm'");
    assertThat(replay.counts())
        .startsWith("4 rows acknowledged of 4 sent, 2 bad rows skipped, 0 done by an earlier run");
    assertThat(replay.position()).isEqualTo(new Position(1, 2));
  }

  @Test
  void eventTimeIsKeptAtTheChosenSpeed() throws InterruptedException {
    replay(producer(), 60, Position.START).run();

    assertThat(time.waits()).containsExactly(1_000_000_000L, 1_000_000_000L, 1_000_000_000L);
  }

  @Test
  void aSecondRunSendsWhatWasNotAcknowledged() throws InterruptedException {
    time.stopAt(500_000_000);
    Replay stopped = replay(producer(), 60, Position.START);
    stopped.run();
    assertThat(stopped.position()).isEqualTo(new Position(0, 4));

    time.stopAt(Long.MAX_VALUE);
    var producer = producer();
    Replay again = replay(producer, MAX, stopped.position());
    again.run();

    assertThat(producer.history())
        .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
        .containsExactly("8", "10", "11");
    assertThat(again.counts())
        .startsWith("3 rows acknowledged of 3 sent, 1 bad rows skipped, 2 done by an earlier run");
  }

  @Test
  void whatTheBrokerHasNotAcknowledgedIsNotPassed() {
    var producer =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    time.during(
        Duration.ofSeconds(2),
        () -> {
          producer.completeNext();
          producer.errorNext(new TopicAuthorizationException("trips"));
        });
    Replay replay = replay(producer, 60, Position.START);

    assertThatThrownBy(replay::run)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("The broker did not take a row");
    assertThat(replay.position()).isEqualTo(new Position(0, 4));
    assertThat(replay.counts()).startsWith("1 rows acknowledged of 2 sent");
  }

  @Test
  void aFileWithoutTheTimeIsNamedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> plan(List.of("bike"), "id", MAX, Position.START).check())
        .hasMessageContaining("second.csv has no column 'bike'");
    assertThatThrownBy(() -> plan(List.of("when"), "nothing", MAX, Position.START).check())
        .hasMessageContaining("No file has a column 'nothing'");
    plan(List.of("when"), "plan", MAX, Position.START).check();
  }

  @Test
  void aKeyThatAFileDoesNotHaveIsNoKey() throws InterruptedException {
    var producer = producer();
    new Replay(plan(List.of("when"), "plan", MAX, Position.START), producer, notes, time).run();

    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .containsExactly(null, null, null, "casual".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void rowsThatAreBadOneAndAllAreAFailureAndDoneByNobody() throws IOException {
    first = Files.writeString(temporary.resolve("t.csv"), "when,id\n7/19/2016 10:22,1\nsoon,2\n");
    second = Files.writeString(temporary.resolve("u.csv"), "when,id\n");
    Replay replay = replay(producer(), MAX, Position.START);

    assertThatThrownBy(replay::run)
        .isInstanceOf(LaunchException.class)
        .hasMessage("No row could be sent: each one was bad");
    assertThat(replay.counts()).startsWith("0 rows acknowledged of 0 sent, 2 bad rows skipped");
    assertThat(replay.position()).isEqualTo(Position.START);
  }

  @Test
  void dateAndTimeOfDayInTwoColumnsAreJoined() throws IOException, InterruptedException {
    first = Files.writeString(temporary.resolve("t.csv"), "d,t\n7/19/2016,10:22\n7/20/2999,0:00\n");
    var producer = producer();
    EventTime format = EventTime.of("M/d/yyyy H:mm", ZoneOffset.UTC);
    var plan =
        new Replay.Plan(
            List.of(first), "trips", List.of("d", "t"), null, format, MAX, Position.START);
    new Replay(plan, producer, notes, time).run();

    assertThat(producer.history())
        .singleElement()
        .returns(1_468_923_720_000L, ProducerRecord::timestamp);
    assertThat(notes.notes()).containsExactly(first + ":3: its time is before 1970 or to come");
  }

  private Replay replay(MockProducer<byte[], byte[]> producer, double speed, Position begin) {
    return new Replay(plan(List.of("when"), "id", speed, begin), producer, notes, time);
  }

  private Replay.Plan plan(List<String> when, String key, double speed, Position begin) {
    EventTime format = EventTime.of(EventTime.AUTO, ZoneOffset.UTC);
    return new Replay.Plan(List.of(first, second), "trips", when, key, format, speed, begin);
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static String origin(ProducerRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader("file").value(), StandardCharsets.UTF_8)
        + ":"
        + new String(record.headers().lastHeader("line").value(), StandardCharsets.UTF_8);
  }

  private static String described(ProducerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8)
        + "@"
        + record.timestamp()
        + " "
        + new String(record.value(), StandardCharsets.UTF_8);
  }
}
