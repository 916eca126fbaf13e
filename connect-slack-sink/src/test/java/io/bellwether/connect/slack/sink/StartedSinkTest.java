package io.bellwether.connect.slack.sink;

import static io.bellwether.connect.slack.sink.Records.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;

/** What is delivered, when, and how often. */
class StartedSinkTest extends StartedSinkCase {
  @Test
  void anOffsetIsDeliveredWhenItsAlertIsPostedAndACommitIsAskedFor() {
    start(message -> whenOpen());
    sink.put(records(0, 3));
    assertThat(context.timeout).isPositive();
    assertThat(delivered(3)).isZero();
    assertThat(context.commits).isZero();

    open.countDown();
    await()
        .untilAsserted(
            () -> {
              sink.put(List.of());
              assertThat(delivered(3)).isEqualTo(3);
            });
    assertThat(context.commits).isEqualTo(3);
    assertThat(messenger.posted).containsExactly("m0", "m1", "m2");
  }

  @Test
  void aTombstoneIsPassedOver() {
    start(message -> new Posted("1.000001"));
    sink.put(List.of(Records.at(0, null)));
    assertThat(delivered(1)).isEqualTo(1);
    assertThat(messenger.posted).isEmpty();
  }

  @Test
  void aRecordThatComesAgainInTheSameAssignmentIsNotPostedTwice() {
    start(message -> whenOpen());
    sink.put(records(0, 2));
    sink.put(records(0, 3));
    open.countDown();
    await().untilAsserted(() -> assertThat(messenger.posted).containsExactly("m0", "m1", "m2"));
  }

  @Test
  void aRecordThatComesAgainAfterARebalanceIsNotPostedTwiceEither() {
    start(message -> new Posted("1.000001"));
    sink.put(records(0, 2));
    await().untilAsserted(() -> assertThat(messenger.posted).hasSize(2));
    sink.close(List.of(PARTITION));
    sink.open(List.of(PARTITION));
    sink.put(records(0, 3));
    await()
        .untilAsserted(
            () -> {
              sink.put(List.of());
              assertThat(delivered(3)).isEqualTo(3);
            });
    assertThat(messenger.posted).containsExactly("m0", "m1", "m2");
  }

  @Test
  void betweenTheCommitAndTheRevocationNothingIsPosted() {
    start(message -> new Posted("1.000001"));
    sink.preCommit(Map.of());
    sink.put(List.of());
    sink.preCommit(Map.of());
    // A rebalance: no put in between.
    sink.close(List.of(PARTITION));
    sink.open(List.of(PARTITION));
    assertThat(messenger.posted).isEmpty();
    sink.put(records(0, 1));
    await().untilAsserted(() -> assertThat(messenger.posted).containsExactly("m0"));
  }

  @Test
  void aPartitionWhoseAlertsPileUpIsPausedUntilTheyArePosted() {
    start(message -> whenOpen());
    sink.put(records(0, 500));
    assertThat(context.paused).containsExactly(PARTITION);
    open.countDown();
    await()
        .untilAsserted(
            () -> {
              sink.put(List.of());
              assertThat(context.paused).isEmpty();
            });
  }

  @Test
  void itComesBackSoonForACommitThatConnectPutsOff() {
    start(message -> new Posted("1.000001"));
    sink.put(records(0, 1));
    await()
        .untilAsserted(
            () -> {
              sink.put(List.of());
              assertThat(context.commits).isPositive();
            });
    sink.put(List.of());
    assertThat(context.timeout).as("the commit has not come yet").isLessThan(1_000);

    assertThat(delivered(1)).isEqualTo(1);
    sink.put(List.of());
    assertThat(context.timeout).as("nothing is left to hurry for").isBetween(10_000L, 60_000L);
  }

  @Test
  void aPausedPartitionThatComesBackIsResumed() {
    start(message -> whenOpen());
    sink.put(records(0, 500));
    sink.close(List.of(PARTITION));
    sink.open(List.of(PARTITION));
    assertThat(context.paused).isEmpty();
  }

  @Test
  void aFullOutboxTakesAllOfABatchOrNothing() {
    start(message -> whenOpen());
    sink.put(records(0, CAPACITY));
    assertThatThrownBy(() -> sink.put(records(CAPACITY, CAPACITY + 10)))
        .isInstanceOf(RetriableException.class);
    assertThat(context.timeout).isPositive();
    open.countDown();
    await()
        .ignoreException(RetriableException.class)
        .untilAsserted(
            () -> {
              sink.put(records(CAPACITY, CAPACITY + 10));
              assertThat(messenger.posted).hasSize(CAPACITY + 10).doesNotHaveDuplicates();
            });
  }
}
