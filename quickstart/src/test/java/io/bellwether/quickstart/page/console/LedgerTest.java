package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Ts;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final TopicPartition FEEDBACK = new TopicPartition("feedback", 0);
  private static final TopicPartition ALERTS = new TopicPartition("negative-feedback", 0);
  private static final TopicPartition OTHERS = new TopicPartition("neutral-feedback", 0);

  private final Ledger ledger = new Ledger(1_000, true);

  @AfterEach
  void theEquationsHold() {
    Sums sums = ledger.sums();
    assertThat(sums.said())
        .isEqualTo(
            sums.scored() + sums.unscored() + sums.waitingForSource() + sums.waitingForSpark());
    assertThat(sums.routed()).isEqualTo(sums.posted() + sums.waitingForSink() + sums.dead());
  }

  @Test
  void anEventIsFollowedFromItsMessageToItsAlert() {
    ledger.said(message(1));
    assertThat(ledger.sums().waitingForSource()).isEqualTo(1);

    ledger.read(id(1), at(FEEDBACK, 0));
    assertThat(ledger.sums().waitingForSource()).isZero();
    assertThat(ledger.sums().waitingForSpark()).isEqualTo(1);

    ledger.scored(id(1), "negative", true, at(ALERTS, 0));
    assertThat(ledger.sums().scored()).isEqualTo(1);
    assertThat(ledger.sums().waitingForSink()).isEqualTo(1);
    assertThat(ledger.isAnybodyWaiting()).isTrue();

    ledger.posted(id(1), "C2");
    assertThat(ledger.sums().posted()).isEqualTo(1);
    assertThat(ledger.sums().waitingForSink()).isZero();
    assertThat(ledger.isAnybodyWaiting()).isFalse();
    nothingLostOrDoubled();
  }

  @Test
  void theOrderInWhichTheTopicsAreReadDoesNotMatter() {
    ledger.posted(id(1), "C2");
    ledger.scored(id(1), "negative", true, at(ALERTS, 0));
    ledger.read(id(1), at(FEEDBACK, 0));
    ledger.said(message(1));

    Sums sums = ledger.sums();
    assertThat(sums.said()).isEqualTo(1);
    assertThat(sums.scored()).isEqualTo(1);
    assertThat(sums.posted()).isEqualTo(1);
    assertThat(ledger.isAnybodyWaiting()).isFalse();
    nothingLostOrDoubled();
  }

  @Test
  void whatIsNoAlertEndsWithItsScore() {
    through(1, "neutral", false, OTHERS);
    through(2, "unscored", false, OTHERS);

    assertThat(ledger.sums().scored()).isEqualTo(1);
    assertThat(ledger.sums().unscored()).isEqualTo(1);
    assertThat(ledger.sums().routed()).isZero();
    assertThat(ledger.isAnybodyWaiting()).isFalse();
  }

  @Test
  void aSecondRecordInFeedbackIsDoubled() {
    ledger.said(message(1));
    ledger.read(id(1), at(FEEDBACK, 0));
    ledger.read(id(1), at(FEEDBACK, 7));

    assertThat(ledger.sums().said()).isEqualTo(1);
    assertThat(ledger.sums().doubled().feedback()).isEqualTo(1);
    assertThat(ledger.sums().examples()).containsExactly(id(1));
  }

  @Test
  void whatSparkWritesAgainIsRepeatedAndNotDoubled() {
    through(1, "negative", true, ALERTS);
    ledger.scored(id(1), "negative", true, at(ALERTS, 9));
    ledger.posted(id(1), "C2");
    ledger.scored(id(1), "negative", true, at(ALERTS, 12));

    assertThat(ledger.sums().repeated()).isEqualTo(2);
    assertThat(ledger.sums().scored()).isEqualTo(1);
    assertThat(ledger.sums().waitingForSink()).isZero();
    nothingLostOrDoubled();
  }

  @Test
  void anAlertThatStandsTwiceInAChannelIsDoubled() {
    through(1, "negative", true, ALERTS);
    ledger.posted(id(1), "C2");
    ledger.posted(id(1), "C2");

    assertThat(ledger.sums().posted()).isEqualTo(1);
    assertThat(ledger.sums().doubled().slack()).isEqualTo(1);
  }

  @Test
  void theSameEventInTwoChannelsIsNotDoubled() {
    through(1, "negative", true, ALERTS);
    ledger.posted(id(1), "C2");
    ledger.posted(id(1), "C3");
    nothingLostOrDoubled();

    ledger.posted(id(1), "C3");
    assertThat(ledger.sums().doubled().slack()).isEqualTo(1);
  }

  @Test
  void aDeadLetterEndsItsAlertUnlessItIsPostedAfterAll() {
    through(1, "negative", true, ALERTS);
    ledger.dead(id(1));
    ledger.dead(id(1));
    assertThat(ledger.sums().dead()).isEqualTo(1);
    assertThat(ledger.sums().waitingForSink()).isZero();

    ledger.posted(id(1), "C2");
    assertThat(ledger.sums().dead()).isZero();
    assertThat(ledger.sums().posted()).isEqualTo(1);
    assertThat(ledger.isAnybodyWaiting()).isFalse();
  }

  @Test
  void aMessageThatIsTakenBackBeforeItIsReadWasNeverDue() {
    ledger.said(message(1));
    ledger.unsaid(message(1));
    assertThat(ledger.sums().said()).isZero();
  }

  @Test
  void aMessageThatIsTakenBackLaterStaysInTheBooks() {
    ledger.said(message(1));
    ledger.read(id(1), at(FEEDBACK, 0));
    ledger.unsaid(message(1));
    assertThat(ledger.sums().said()).isEqualTo(1);
  }

  @Test
  void anotherVersionStandsForAMessageThatWasEditedBeforeItWasRead() {
    ledger.said(message(1));
    ledger.read(message(1).message() + ":5", at(FEEDBACK, 0));
    assertThat(ledger.sums().said()).isEqualTo(1);
    assertThat(ledger.sums().waitingForSource()).isZero();
  }

  @Test
  void aLaterVersionIsAnEventOfItsOwn() {
    ledger.said(message(1));
    ledger.read(id(1), at(FEEDBACK, 0));
    ledger.read(message(1).message() + ":5", at(FEEDBACK, 1));
    assertThat(ledger.sums().said()).isEqualTo(2);
    nothingLostOrDoubled();
  }

  @Test
  void whatComesFromElsewhereCountsOnceItIsInFeedback() {
    ledger.read("x:17:0", at(FEEDBACK, 0));
    ledger.read("feedback:0:1", at(FEEDBACK, 1));
    ledger.scored("feedback:0:1", "unscored", false, at(OTHERS, 0));
    assertThat(ledger.sums().said()).isEqualTo(2);
    assertThat(ledger.sums().waitingForSpark()).isEqualTo(1);
  }

  @Test
  void lostIsWhatItsMoverHasPassedAndNotHandedOnAtTwoJudgements() {
    ledger.said(message(1));
    ledger.read(id(2), at(FEEDBACK, 4));
    through(3, "negative", true, ALERTS);

    Passed beyond =
        new Passed(
            Map.of("C1", new Passed.Position(Ts.parse("1.000009").orElseThrow(), Set.of())),
            Map.of(FEEDBACK, 5L),
            Map.of(ALERTS, 4L));
    ledger.judge(beyond);
    assertThat(ledger.sums().lost().all()).as("one judgement may be early").isZero();
    ledger.judge(beyond);
    assertThat(ledger.sums().lost()).isEqualTo(new Sums.Lost(1, 1, 1));
    assertThat(ledger.sums().examples()).hasSize(3);

    ledger.posted(id(3), "C2");
    ledger.scored(id(2), "neutral", false, at(OTHERS, 1));
    ledger.read(id(1), at(FEEDBACK, 9));
    assertThat(ledger.sums().lost().all()).as("it has turned up").isZero();
  }

  @Test
  void whatNobodyHasPassedWaits() {
    ledger.said(message(5));
    ledger.read(id(2), at(FEEDBACK, 5));
    ledger.read(id(3), at(FEEDBACK, 1));
    ledger.scored(id(3), "negative", true, at(ALERTS, 4));
    Passed upTo =
        new Passed(
            Map.of("C1", new Passed.Position(Ts.parse("1.000004").orElseThrow(), Set.of("1.9"))),
            Map.of(FEEDBACK, 5L),
            Map.of(ALERTS, 4L));
    ledger.judge(upTo);
    ledger.judge(upTo);
    nothingLostOrDoubled();
  }

  @Test
  void aMessageSeenAboveTheDrainedOnesIsPassedToo() {
    ledger.said(message(5));
    Passed seen =
        new Passed(
            Map.of("C1", new Passed.Position(new Ts(0), Set.of("1.000005"))), Map.of(), Map.of());
    ledger.judge(seen);
    ledger.judge(seen);
    assertThat(ledger.sums().lost().source()).isEqualTo(1);
  }

  @Test
  void aRepeatedAlertThatTheSinkHasNotReachedIsNotLost() {
    through(1, "negative", true, ALERTS);
    ledger.scored(id(1), "negative", true, at(ALERTS, 9));
    Passed betweenThem = new Passed(Map.of(), Map.of(), Map.of(ALERTS, 5L));
    ledger.judge(betweenThem);
    ledger.judge(betweenThem);
    nothingLostOrDoubled();
  }

  @Test
  void whatASourceWithAFilterPassesIsLeftOutAndNotSaid() {
    Ledger filtered = new Ledger(10, false);
    filtered.said(message(1));
    filtered.said(message(2));
    filtered.read(id(2), at(FEEDBACK, 0));
    Passed passed =
        new Passed(
            Map.of("C1", new Passed.Position(new Ts(9_000_000), Set.of())), Map.of(), Map.of());
    filtered.judge(passed);
    filtered.judge(passed);
    assertThat(filtered.sums().leftOut()).isEqualTo(1);
    assertThat(filtered.sums().said()).isEqualTo(1);
    assertThat(filtered.sums().lost().all()).isZero();
  }

  @Test
  void oldEventsAreForgottenAndStayInTheSums() {
    Ledger small = new Ledger(10, true);
    small.read(id(999), at(FEEDBACK, 0));
    for (int i = 0; i < 500; i++) {
      small.said(message(i));
      small.read(id(i), at(FEEDBACK, i + 1));
      small.scored(id(i), "neutral", false, at(OTHERS, i));
    }
    assertThat(small.sums().said()).isEqualTo(501);
    assertThat(small.sums().scored()).isEqualTo(500);
    small.scored(id(999), "neutral", false, at(OTHERS, 500));
    assertThat(small.sums().scored()).as("what waited was not forgotten").isEqualTo(501);
    assertThat(small.sums().waitingForSpark()).isZero();
  }

  private void through(int number, String outcome, boolean alert, TopicPartition topic) {
    ledger.said(message(number));
    ledger.read(id(number), at(FEEDBACK, number));
    ledger.scored(id(number), outcome, alert, at(topic, number));
  }

  private void nothingLostOrDoubled() {
    assertThat(ledger.sums().lost().all()).isZero();
    assertThat(ledger.sums().doubled().all()).isZero();
  }

  private static EventId message(int number) {
    return EventId.parse(id(number)).orElseThrow();
  }

  private static String id(int number) {
    return "slack:T1:C1:%s:0".formatted(new Ts(1_000_000 + number));
  }

  private static Place at(TopicPartition partition, long offset) {
    return new Place(partition, offset);
  }
}
