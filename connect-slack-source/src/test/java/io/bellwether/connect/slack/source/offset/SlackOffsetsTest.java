package io.bellwether.connect.slack.source.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.offset.PartitionContract;
import io.bellwether.connect.slack.source.SlackSourceConnector;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class SlackOffsetsTest extends PartitionContract<SlackPartition, SlackPosition> {
  @Override
  protected SlackPartition partition() {
    return new SlackPartition("T1", "C1");
  }

  @Override
  protected SlackPartition otherPartition() {
    return new SlackPartition("T1", "C2");
  }

  @Override
  protected SlackPosition position() {
    return SlackPosition.at("1700000000.000100")
        .withSeen("1700000003.000000")
        .withSeen("1700000002.000000");
  }

  @Override
  protected Function<Map<String, ?>, SlackPartition> partitionFromMap() {
    return SlackPartition::fromMap;
  }

  @Override
  protected Function<Map<String, ?>, SlackPosition> positionFromMap() {
    return SlackPosition::fromMap;
  }

  @Test
  void whatIsDrainedOrSeenIsDoneAndNothingElse() {
    assertThat(position().isSeen("1699999999.000000")).isTrue();
    assertThat(position().isSeen("1700000000.000100")).isTrue();
    assertThat(position().isSeen("1700000002.000000")).isTrue();
    assertThat(position().isSeen("1700000001.000000")).isFalse();
  }

  @Test
  void drainingForgetsWhatItHasPassed() {
    SlackPosition after = position().withDrainedTo("1700000002.000000");
    assertThat(after.seenAbove()).isEqualTo(1);
    assertThat(after.drainedTo()).isEqualTo("1700000002.000000");
  }

  @Test
  void drainingNeverGoesBack() {
    assertThat(position().withDrainedTo("1600000000.000000")).isEqualTo(position());
  }

  @Test
  void usersAlterOffsetsWithHelpfulErrors() {
    SlackSourceConnector connector = new SlackSourceConnector();
    Map<String, ?> partition = partition().toMap();
    assertThat(connector.alterOffsets(Map.of(), Map.of(partition, Map.of("drained_to", "0"))))
        .isTrue();
    Map<Map<String, ?>, Map<String, ?>> tombstone = new HashMap<>();
    tombstone.put(Map.of("any", "thing"), null);
    assertThat(connector.alterOffsets(Map.of(), tombstone)).isTrue();
    assertThatThrownBy(
            () ->
                connector.alterOffsets(
                    Map.of(), Map.of(partition, Map.of("drained_to", "yesterday"))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContainingAll("drained_to", "yesterday", "1700000000.000100");
    assertThatThrownBy(() -> connector.alterOffsets(Map.of(), Map.of(partition, Map.of("ts", "0"))))
        .hasMessageContainingAll("ts", "drained_to");
  }
}
