package io.bellwether.connect.slack.source.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.offset.PartitionContract;
import io.bellwether.connect.slack.source.SlackSourceConnector;
import java.util.HashMap;
import java.util.List;
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
        .withSeen("1700000002.000000")
        .with(
            RepliesPosition.at("1700000000.000100")
                .withRound("1700000005.000000")
                .withRead("1600000000.000000", "1700000001.000000", false)
                .withLive("1700000006.000000", false)
                .withLive("1700000007.000000", true))
        .with(
            ChangesPosition.NONE
                .withEmitted("1700000001.000200", false)
                .withEmitted("1700000002.000000", false)
                .withEmitted("1700000003.000000", true)
                .withVersion("1700000001.000200", 1_700_000_009_000_001L, false)
                .withVersion("1700000003.000000", 1_700_000_009_000_002L, true)
                .withLook("1600000000.000000", "1700000004.000000"));
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
    for (String field :
        List.of(
            "replies_to",
            "replies_above",
            "replies_round",
            "late_replies",
            "changes_to",
            "changes_above",
            "late_changes",
            "said",
            "replied")) {
      assertThatThrownBy(
              () ->
                  connector.alterOffsets(
                      Map.of(), Map.of(partition, Map.of("drained_to", "0", field, "*?"))))
          .isInstanceOf(ConnectException.class)
          .hasMessageContainingAll(field, "*?");
    }
    assertThatThrownBy(
            () ->
                connector.alterOffsets(
                    Map.of(), Map.of(Map.of("team", "T1"), Map.of("drained_to", "0"))))
        .hasMessageContaining("channel");
    assertThatThrownBy(() -> connector.alterOffsets(Map.of(), Map.of(partition, Map.of("ts", "0"))))
        .hasMessageContainingAll("ts", "drained_to");
  }

  @Test
  void whatWasEmittedIsStoredInLittleRoom() {
    ChangesPosition changes = ChangesPosition.NONE;
    for (int n = 0; n < 1_500; n++) {
      changes = changes.withEmitted("17%08d.000100".formatted(n * 600), false);
    }
    SlackPosition stored = SlackPosition.fromMap(SlackPosition.at("0").with(changes).toMap());
    assertThat(stored.changes().said()).hasSize(1_000).doesNotContain("1700000000.000100");
    assertThat(stored.changes().isEmitted("1700899400.000100")).isTrue();
    assertThat(stored.toMap().get("said").toString().length()).isLessThan(8_000);
  }

  @Test
  void aLookForgetsTheEditsThatItHasPassed() {
    ChangesPosition changes =
        ChangesPosition.NONE.withVersion("1700000001.000000", 1_700_000_009_000_001L, false);
    assertThat(changes.isDone("1700000002.000000", 1_700_000_008_000_001L, false)).isFalse();
    ChangesPosition looked = changes.withLook("0", "1700000008.500000");
    assertThat(looked.isTold("1700000001.000000", 1_700_000_009_000_001L)).isTrue();
    assertThat(looked.isDone("1700000002.000000", 1_700_000_008_000_001L, false)).isTrue();
    assertThat(looked.isDone("1700000002.000000", 1_700_000_008_000_001L, true))
        .as("no look can see it")
        .isFalse();
    assertThat(
            looked
                .withLook("0", "1700000010.000000")
                .isTold("1700000001.000000", 1_700_000_009_000_001L))
        .isFalse();
  }
}
