package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class ChannelReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private final ChannelReader reader = reader(Optional.empty(), "0");

  private static ChannelReader reader(Optional<SlackPosition> stored, String start) {
    return new ChannelReader(
        new ChannelLedger(
            new SlackPartition("T1", "C1"),
            stored,
            SlackPosition.at(start),
            Watching.NOTHING,
            new FeedbackRecords("feedback"),
            new Heartbeats("heartbeats", "slack")),
        null);
  }

  private static Said wanted(int second) {
    String ts = ts(second);
    return new Said(
        "C1",
        ts,
        Optional.of(
            new Feedback(
                "slack:T1:C1:" + ts,
                0,
                "slack",
                Optional.empty(),
                Optional.empty(),
                new Feedback.Named("U1", "Ann"),
                "text",
                "text",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SlackTs.instant(ts))));
  }

  private static Said unwanted(int second) {
    return new Said("C1", ts(second), Optional.empty());
  }

  private static String ts(int second) {
    return "17000000%02d.000000".formatted(second);
  }

  private static List<String> drain(ChannelReader reader, Said... newestFirst) {
    reader.nextQuery(NOW);
    reader.accept(new HistoryPage(Arrays.asList(newestFirst), ""), LATER);
    List<String> emitted = new ArrayList<>();
    while (reader.hasDrained()) {
      reader.nextDrained().ifPresent(record -> emitted.add(eventId(record)));
    }
    return emitted;
  }

  private static String eventId(SourceRecord record) {
    return ((Struct) record.value()).getString("event_id").split(":")[3];
  }

  private static SlackPosition position(SourceRecord record) {
    return SlackPosition.fromMap(record.sourceOffset());
  }

  @Test
  void historyIsEmittedOldestFirstAndLeavesOutWhatIsNotWanted() {
    assertThat(drain(reader, wanted(30), unwanted(20), wanted(10))).containsExactly(ts(10), ts(30));
  }

  @Test
  void whatCameLiveIsNotEmittedAgainByHistory() {
    SourceRecord live = reader.live(wanted(30)).orElseThrow();
    assertThat(position(live).drainedTo()).isEqualTo("0");
    assertThat(drain(reader, wanted(30), wanted(10))).containsExactly(ts(10));
    assertThat(reader.live(wanted(30))).isEmpty();
    assertThat(reader.live(wanted(10))).isEmpty();
  }

  @Test
  void aRecordCarriesThePositionAfterItself() {
    reader.nextQuery(NOW);
    reader.accept(new HistoryPage(List.of(wanted(59), wanted(20), wanted(10)), ""), LATER);
    SourceRecord first = reader.nextDrained().orElseThrow();
    assertThat(position(first)).isEqualTo(SlackPosition.at("0").withDrainedTo(ts(10)));
    assertThat(reader.due()).as("not before the rest is emitted").isEqualTo(Instant.MAX);
  }

  @Test
  void theNewestSecondsAreReadAgainBecauseTheyMayNotBeComplete() {
    assertThat(drain(reader, wanted(33), wanted(30))).containsExactly(ts(30), ts(33));
    assertThat(reader.nextQuery(NOW).oldest()).as("nothing is settled yet").isEqualTo("0");
    assertThat(drain(reader, wanted(40), wanted(33), wanted(32), wanted(30)))
        .containsExactly(ts(32), ts(40));
    assertThat(reader.nextQuery(NOW).oldest()).isEqualTo(ts(33));
  }

  @Test
  void thePositionTravelsOnAHeartbeatWhenNothingMatched() {
    drain(reader, unwanted(40), unwanted(10));
    SourceRecord heartbeat = reader.heartbeat(NOW, Duration.ZERO).orElseThrow();
    assertThat(heartbeat.topic()).isEqualTo("heartbeats");
    SlackPosition after = position(heartbeat);
    assertThat(after.isSeen(ts(40))).isTrue();
    assertThat(after.drainedTo()).isEqualTo(ts(10));
    assertThat(reader.heartbeat(NOW, Duration.ZERO)).as("nothing new to say").isEmpty();
  }

  @Test
  void aChannelThatWasNeverReadSaysWhereItStartsAtOnce() {
    SourceRecord heartbeat = reader(Optional.empty(), ts(5)).heartbeat(NOW, Duration.ZERO).get();
    assertThat(position(heartbeat)).isEqualTo(SlackPosition.at(ts(5)));
  }

  @Test
  void heartbeatsKeepTheirDistance() {
    assertThat(reader.heartbeat(NOW, Duration.ofSeconds(5))).isPresent();
    drain(reader, unwanted(10));
    assertThat(reader.heartbeat(NOW.plusSeconds(4), Duration.ofSeconds(5))).isEmpty();
    assertThat(reader.heartbeat(NOW.plusSeconds(5), Duration.ofSeconds(5))).isPresent();
  }

  @Test
  void aGapThatIsNoticedWhileHistoryIsReadIsReadAgain() {
    reader.nextQuery(NOW);
    reader.wantHistory();
    reader.accept(new HistoryPage(List.of(), ""), LATER);
    assertThat(reader.due()).isEqualTo(Instant.MIN);
    drain(reader);
    assertThat(reader.due()).isEqualTo(LATER);
  }

  @Test
  void liveMessagesAreLeftToHistoryBeforeThePositionGrowsTooLarge() {
    for (int micros = 0; micros < 5_000; micros++) {
      assertThat(reader.isFull()).isFalse();
      reader.live(new Said("C1", "1700000050.%06d".formatted(micros), Optional.empty()));
    }
    assertThat(reader.isFull()).isTrue();
  }

  @Test
  void aStoredPositionWins() {
    ChannelReader resumed = reader(Optional.of(SlackPosition.at(ts(20))), "0");
    assertThat(drain(resumed, wanted(30), wanted(20), wanted(10))).containsExactly(ts(30));
    assertThat(resumed.heartbeat(NOW, Duration.ZERO)).isPresent();
  }

  @Test
  void tooManyLiveMessagesWithoutHistoryMakeItDue() {
    drain(reader);
    assertThat(reader.due()).isEqualTo(LATER);
    for (int micros = 0; micros <= 500; micros++) {
      reader.live(new Said("C1", "1700000050.%06d".formatted(micros), Optional.empty()));
    }
    assertThat(reader.due()).isEqualTo(Instant.MIN);
  }
}
