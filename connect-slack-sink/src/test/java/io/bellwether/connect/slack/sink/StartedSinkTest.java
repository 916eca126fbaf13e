package io.bellwether.connect.slack.sink;

import static io.bellwether.connect.slack.sink.Records.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.DeliveryPace;
import io.bellwether.connect.slack.sink.delivery.FakeMessenger;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.PostOffice;
import io.bellwether.connect.slack.sink.delivery.Tally;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import io.bellwether.connect.slack.sink.mapping.BlocksTemplate;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import io.bellwether.connect.slack.sink.mapping.Emojis;
import io.bellwether.connect.slack.sink.mapping.FieldNames;
import io.bellwether.connect.slack.sink.mapping.FirstPosts;
import io.bellwether.connect.slack.sink.mapping.Looks;
import io.bellwether.connect.slack.sink.mapping.MessageTemplate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StartedSinkTest {
  private static final int CAPACITY = 600;

  private final RecordingContext context = new RecordingContext();
  private FakeMessenger messenger;
  private final List<String> dead = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private StartedSink sink;

  private void start(Function<Message, Delivery> service, DeadLetters deadLetters) {
    messenger = new FakeMessenger(service);
    AlertMapper mapper =
        new AlertMapper(
            new ChannelRoutes("c", Map.of()),
            new Looks(
                MessageTemplate.compile("{{value}}"),
                BlocksTemplate.compile(""),
                new Emojis("outcome", Map.of("negative", "red_circle"))),
            new FieldNames("event_id", "url", Optional.empty()),
            new FirstPosts("said_at", Duration.ZERO, InstantSource.system()));
    PostOffice office =
        new PostOffice(
            "test",
            messenger,
            InstantSource.system(),
            new DeliveryPace(
                Duration.ZERO, 1_000_000, Duration.ZERO, new ExponentialBackoff(1, 2, 10, 0)),
            CAPACITY,
            new Tally(Meters.none()));
    sink = new StartedSink(context, mapper, office, deadLetters, new Tally(Meters.none()));
  }

  private void start(Function<Message, Delivery> service) {
    start(service, (record, code, remedy) -> dead.add(record.value() + " " + code));
  }

  private Delivery whenOpen() {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Posted("1.000001");
  }

  private long delivered(long consumed) {
    return sink.preCommit(Map.of(PARTITION, new OffsetAndMetadata(consumed)))
        .get(PARTITION)
        .offset();
  }

  private static Collection<SinkRecord> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(each -> Records.at(each, "m" + each)).toList();
  }

  @AfterEach
  void stop() {
    sink.close();
  }

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

  @Test
  void anUnpostableAlertGoesToTheDeadLettersAndIsDeliveredOnlyThen() {
    start(
        message ->
            message.text().equals("m1")
                ? new DeadLetter("not_in_channel", "x")
                : new Posted("1.000001"));
    sink.put(records(0, 3));
    await()
        .untilAsserted(
            () -> {
              assertThat(delivered(3)).isEqualTo(1);
              assertThat(messenger.posted).hasSize(2);
            });
    assertThat(dead).isEmpty();
    sink.put(List.of());
    assertThat(dead).containsExactly("m1 not_in_channel");
    assertThat(delivered(3)).isEqualTo(3);
  }

  @Test
  void anEmptyTextGoesToTheDeadLettersWithoutAskingSlack() {
    start(message -> new Posted("1.000001"));
    sink.put(List.of(Records.at(0, " ")));
    assertThat(dead).containsExactly("  no_text");
    assertThat(delivered(1)).isEqualTo(1);
  }

  @Test
  void withoutADeadLetterQueueTheTaskFailsWithReasonAndRemedy() {
    start(
        message -> new DeadLetter("not_in_channel", "Invite the app to it."), DeadLetters.to(null));
    sink.put(records(0, 1));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sink.put(List.of()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContainingAll(
                        "negative-feedback-0@0",
                        "not_in_channel",
                        "Invite the app to it.",
                        "errors.tolerance=all"));
    assertThat(delivered(1)).isZero();
  }

  @Test
  void whatIsNotToleratedFailsTheTaskWithTheReasonNotOnlyWithTheTolerance() {
    start(
        message -> new Posted("1.000001"),
        DeadLetters.to(
            (record, error) -> {
              throw new ConnectException("Tolerance exceeded");
            }));
    assertThatThrownBy(() -> sink.put(List.of(Records.at(0, " "))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("no_text");
  }

  @Test
  void aFatalAnswerFailsTheTaskWithTheRemedy() {
    start(message -> new Fatal("token_revoked", "Set slack.bot.token to a current token."));
    sink.put(records(0, 2));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sink.put(List.of()))
                    .isInstanceOf(ConnectException.class)
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContainingAll("token_revoked", "slack.bot.token"));
    assertThatThrownBy(() -> sink.put(List.of())).isInstanceOf(ConnectException.class);
    assertThat(delivered(2)).isZero();
  }
}
