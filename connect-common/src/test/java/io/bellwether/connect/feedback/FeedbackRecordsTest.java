package io.bellwether.connect.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class FeedbackRecordsTest {
  private final Feedback said =
      new Feedback(
          "slack:T1:C1:1700000000.000100",
          0,
          "slack",
          Optional.of(new Feedback.Named("C1", "feedback")),
          Optional.empty(),
          new Feedback.Named("U1", "Ann"),
          "a < b",
          "a &lt; b",
          Optional.empty(),
          Optional.empty(),
          Optional.of("https://acme.slack.com/archives/C1/p1700000000000100"),
          Optional.empty(),
          Instant.parse("2023-11-14T22:13:20.000100Z"));

  @Test
  void aRecordKeepsTheContract() {
    SourceRecord record =
        new FeedbackRecords("feedback")
            .record(said, () -> Map.of("channel", "C1"), () -> Map.of("at", "1"));

    assertThat(record.topic()).isEqualTo("feedback");
    assertThat(record.key()).isEqualTo("slack:T1:C1:1700000000.000100");
    assertThat(record.timestamp()).isEqualTo(1_700_000_000_000L);
    assertThat(record.sourcePartition()).isEqualTo(Map.of("channel", "C1"));
    assertThat(record.sourceOffset()).isEqualTo(Map.of("at", "1"));
    Struct value = (Struct) record.value();
    value.validate();
    assertThat(value.getString("event_id")).isEqualTo("slack:T1:C1:1700000000.000100:0");
    assertThat(value.getString("said_at")).isEqualTo("2023-11-14T22:13:20.000100Z");
    assertThat(value.getString("channel_name")).isEqualTo("feedback");
    assertThat(value.getString("query")).isNull();
    assertThat(value.get("metrics")).isNull();
    assertThat(value.get("references")).isNull();
  }

  @Test
  void howItSpreadIsPartOfTheRecord() {
    Feedback spread =
        new Feedback(
            "x:1",
            0,
            "x",
            Optional.empty(),
            Optional.of("azure"),
            said.author(),
            "a",
            "a",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            said.saidAt(),
            new Feedback.Echo(
                Map.of("like_count", 3L), List.of(new Feedback.Reference("quoted", "17"))));
    Struct value =
        (Struct)
            new FeedbackRecords("feedback")
                .record(spread, () -> Map.of("query", "azure"), () -> Map.of("at", "1"))
                .value();
    value.validate();
    assertThat(value.getMap("metrics")).isEqualTo(Map.of("like_count", 3L));
    assertThat(((Struct) value.getArray("references").get(0)).getString("id")).isEqualTo("17");
  }
}
