package io.bellwether.connect.slack.source.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.slack.SlackTs;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class RepliesPositionTest {
  private static final String OLD = "1700000010.000000";
  private static final String NEW = "1700000020.000000";
  private final RepliesPosition begun =
      RepliesPosition.at("1700000030.000000").withRound("1700000050.000000");

  private static String ts(int second) {
    return "17000000%02d.000000".formatted(second);
  }

  private static RepliesPosition stored(RepliesPosition position) {
    Map<String, Object> map = SlackPosition.at("0").with(position).toMap();
    return SlackPosition.fromMap(map).replies();
  }

  @Test
  void aRoundMovesThroughThreadsAndRepliesAndIsStored() {
    RepliesPosition first = stored(begun.withRead(OLD, ts(40), false));
    assertThat(first.isDoneInRound(OLD, ts(35))).as("an older reply of the thread").isTrue();
    assertThat(first.isDoneInRound(OLD, ts(45))).isFalse();
    assertThat(first.isDoneInRound(NEW, ts(35))).as("another thread").isFalse();
    assertThat(first.doneOf(OLD)).isEqualTo(ts(40));
    assertThat(first.doneOf(NEW)).isEqualTo(ts(30));

    RepliesPosition next = stored(first.withThread(OLD));
    assertThat(next.isDoneInRound(OLD, ts(45))).isTrue();
    assertThat(next.isDoneInRound(OLD, ts(55))).as("newer than the round").isFalse();
    assertThat(next.isDoneInRound(NEW, ts(35))).isFalse();

    RepliesPosition over = stored(next.withThread(NEW).withoutRound());
    assertThat(over.to()).isEqualTo(ts(50));
    assertThat(over.round()).isEmpty();
  }

  @Test
  void aThreadThatIsBegunIsNotLeftForAnOlderOneThatChangesAfterARestart() {
    RepliesPosition killed = stored(begun.withRead(NEW, ts(40), false));
    String passed = killed.round().orElseThrow().parents();
    assertThat(SlackTs.ORDER.compare(OLD, passed)).as("older parents are passed").isNegative();
    assertThat(SlackTs.ORDER.compare(NEW, passed)).as("the thread goes on").isPositive();
    assertThat(killed.doneOf(NEW)).isEqualTo(ts(40));
    assertThat(killed.isDoneInRound(NEW, ts(45))).isFalse();
  }

  @Test
  void whatIsNewerThanTheRoundIsRememberedByItself() {
    RepliesPosition read = stored(begun.withRead(OLD, ts(55), false));
    assertThat(read.isDoneInRound(OLD, ts(55))).isTrue();
    assertThat(read.isDoneInRound(OLD, ts(54))).isFalse();
    assertThat(read.withThread(OLD).withoutRound().contains(ts(55))).isTrue();
  }

  @Test
  void aRoundForgetsWhatItHasPassed() {
    RepliesPosition live = begun.withLive(ts(45), false).withLive(ts(55), false);
    assertThat(stored(live.withThread(OLD).withoutRound()).size()).isEqualTo(1);
  }

  @Test
  void aRoundThatIsUnderWayGoesOn() {
    assertThat(begun.withRead(OLD, ts(40), false).withRound(ts(59)).round().orElseThrow().to())
        .isEqualTo(ts(50));
  }

  @Test
  void repliesToParentsThatNoRoundLooksAtAreRememberedAfterIt() {
    RepliesPosition late = begun.withLive(ts(40), true).withThread(OLD).withoutRound();
    assertThat(stored(late).isDone(OLD, ts(40), true)).isTrue();
    assertThat(stored(late).isDone(OLD, ts(41), true)).as("behind the mark, but new").isFalse();
    assertThat(stored(late).isDone(OLD, ts(41), false)).isTrue();
  }

  @Test
  void onlyTheNewestLateRepliesAreRemembered() {
    RepliesPosition late = begun;
    for (int n = 0; n < 300; n++) {
      late = late.withLive("17000000%02d.%06d".formatted(40, n), true);
    }
    assertThat(late.size()).isEqualTo(200);
    assertThat(late.isDone(OLD, "1700000040.000000", true)).as("forgotten, not new").isTrue();
    assertThat(late.isDone(OLD, "1700000041.000000", true)).isFalse();
  }

  @Test
  void positionsOfEarlierVersionsReadRepliesFromWhereTheyStand() {
    SlackPosition old = SlackPosition.fromMap(Map.of("drained_to", ts(30), "seen_above", ""));
    assertThat(old.replies().to()).isEqualTo(ts(30));
    assertThat(old).isEqualTo(SlackPosition.at(ts(30)));
  }

  @Test
  void badFieldsAreNamed() {
    assertThatThrownBy(
            () -> SlackPosition.fromMap(Map.of("drained_to", "0", "replies_round", "1,2")))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("replies_round");
    assertThatThrownBy(() -> SlackPosition.fromMap(Map.of("drained_to", "0", "replies_to", "x")))
        .hasMessageContainingAll("replies_to", "'x'");
  }
}
