package io.bellwether.connect.slack.sink.delivery;

import static io.bellwether.connect.slack.sink.Records.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveredOffsetsTest {
  private final DeliveredOffsets offsets = new DeliveredOffsets();

  private Alert open(long offset) {
    Alert alert = Alerts.to("c", "e" + offset, offset);
    assertThat(offsets.isNew(PARTITION, offset)).isTrue();
    offsets.open(alert);
    return alert;
  }

  private long committable(long consumed) {
    return offsets
        .committable(Map.of(PARTITION, new OffsetAndMetadata(consumed)))
        .get(PARTITION)
        .offset();
  }

  @Test
  void nothingBeyondTheFirstOpenAlertIsDelivered() {
    Alert first = open(10);
    Alert second = open(11);
    Alert third = open(12);
    assertThat(committable(13)).isEqualTo(10);
    offsets.close(second);
    assertThat(committable(13)).isEqualTo(10);
    offsets.close(first);
    assertThat(committable(13)).isEqualTo(12);
    offsets.close(third);
    assertThat(committable(13)).isEqualTo(13);
  }

  @Test
  void whatConnectFilteredOutIsDeliveredToo() {
    assertThat(committable(7)).isEqualTo(7);
    offsets.close(open(10));
    assertThat(committable(20)).isEqualTo(20);
  }

  @Test
  void partitionsDoNotHoldUpEachOther() {
    TopicPartition other = new TopicPartition("other", 1);
    open(10);
    assertThat(
            offsets.committable(
                Map.of(
                    PARTITION, new OffsetAndMetadata(11),
                    other, new OffsetAndMetadata(5))))
        .containsEntry(other, new OffsetAndMetadata(5))
        .containsEntry(PARTITION, new OffsetAndMetadata(10));
  }

  @Test
  void whatComesAgainInTheSameAssignmentIsKnown() {
    open(10);
    open(11);
    assertThat(offsets.isNew(PARTITION, 10)).isFalse();
    assertThat(offsets.isNew(PARTITION, 11)).isFalse();
    assertThat(committable(9)).isEqualTo(9);
  }

  @Test
  void afterARevocationEverythingIsNewAndOldAnswersDoNotCount() {
    Alert old = open(10);
    offsets.drop(List.of(PARTITION));
    assertThat(offsets.anyOpen()).isFalse();
    Alert again = open(10);
    assertThat(offsets.close(old)).isFalse();
    assertThat(committable(11)).isEqualTo(10);
    assertThat(offsets.close(again)).isTrue();
    assertThat(committable(11)).isEqualTo(11);
  }
}
