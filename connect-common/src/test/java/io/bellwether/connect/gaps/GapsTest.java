package io.bellwether.connect.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Instant AT = Instant.parse("2026-11-25T00:00:00Z");
  private final Gap gap = new Gap(AT.minusSeconds(60), AT.minusSeconds(30), "Too old.");

  private List<SourceRecord> tell(Optional<String> topic) {
    ReadMeters meters = new ReadMeters(Meters.none(), InstantSource.fixed(AT), "r", "p", "g");
    return new Gaps("x", "mine", topic, meters)
        .tell(gap, () -> new HashMap<>(Map.of("query", "q")), () -> Map.of("to", "1"), AT);
  }

  @Test
  void aRecordKeepsTheContract() {
    SourceRecord record = tell(Optional.of("gaps")).get(0);
    assertThat(record.topic()).isEqualTo("gaps");
    assertThat(record.sourceOffset()).isEqualTo(Map.of("to", "1"));
    Struct value = (Struct) record.value();
    value.validate();
    assertThat(value.getString("from")).isEqualTo("2026-11-24T23:59:00Z");
    assertThat(value.getString("to")).isEqualTo("2026-11-24T23:59:30Z");
    assertThat(value.getMap("partition")).isEqualTo(Map.of("query", "q"));
    assertThat(value.getString("reason")).isEqualTo("Too old.");
  }

  @Test
  void withoutATopicThereIsNoRecord() {
    assertThat(tell(Optional.empty())).isEmpty();
  }
}
