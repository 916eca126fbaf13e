package io.bellwether.connect.slack.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.slack.sink.Records;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.PostedBefore;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Job.Look;
import io.bellwether.connect.slack.sink.delivery.Job.Post;
import io.bellwether.connect.slack.sink.delivery.Job.Settle;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Failed;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Later;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.More;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.Test;

/** When the outbox wants to know what is in a channel, and what it does with the answer. */
class LookingBackTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Retry BROKEN = new Retry(Duration.ZERO, "broken", false);
  private static final Retry DOUBTFUL = new Retry(Duration.ZERO, "time-out", true);

  private final MovableClock clock = new MovableClock();
  private final FakeMessenger messenger = new FakeMessenger(message -> new Posted("1.000001"));
  private final Outbox outbox =
      new Outbox(
          messenger,
          clock,
          new DeliveryPace(
              Duration.ZERO, 1_000_000, Duration.ZERO, new ExponentialBackoff(1000, 2, 8000, 0)));

  private Alert alert(String id, Duration ago) {
    Alert alert = Alerts.to("a", id, 1);
    return new Alert(
        id, "a", Optional.empty(), id, List.of(), clock.instant().minus(ago), alert.record());
  }

  private Look look() {
    return (Look) outbox.next().orElseThrow();
  }

  private void lookAndFind(String... ids) {
    Look look = look();
    Done done = new Done(Map.of(), Map.of());
    for (String id : ids) {
      done = new Done(Map.of(id, clock.instant()), Map.of());
    }
    outbox.looked(look, done);
  }

  private void post(String id) {
    Post post = (Post) outbox.next().orElseThrow();
    assertThat(post.alerts().get(0).eventId()).isEqualTo(id);
    outbox.settle(post.alerts(), new Posted("1.000001"));
  }

  private void settle(String id) {
    Settle settle = (Settle) outbox.next().orElseThrow();
    assertThat(settle).isEqualTo(new Settle(settle.alert(), new PostedBefore()));
    assertThat(settle.alert().eventId()).isEqualTo(id);
    outbox.settle(List.of(settle.alert()), settle.delivery());
  }

  @Test
  void beforeTheFirstMessageTheChannelIsReadSinceTheOldestThatWaits() {
    outbox.add(alert("x", Duration.ofMinutes(1)));
    outbox.add(alert("y", Duration.ofHours(2)));
    lookAndFind("x");
    assertThat(messenger.read)
        .containsExactly(clock.instant().minus(Duration.ofHours(2)).minus(Knowledge.CLOCKS));
    settle("x");
    post("y");
    outbox.add(alert("z", Duration.ZERO));
    post("z");
    assertThat(messenger.read).hasSize(1);
  }

  @Test
  void itIsReadPageAfterPageAndNothingIsPostedMeanwhile() {
    outbox.add(alert("x", SECOND));
    for (int page = 0; page < 3; page++) {
      outbox.looked(look(), new More());
    }
    outbox.looked(look(), new Later(SECOND));
    assertThat(outbox.next()).isEmpty();
    assertThat(outbox.untilNext()).isEqualTo(SECOND);
    clock.advance(SECOND);
    lookAndFind();
    post("x");
  }

  @Test
  void whileAChannelCannotBeReadNothingIsPostedToItAndTheWaitsGrow() {
    outbox.add(alert("x", SECOND));
    for (int seconds : new int[] {1, 2, 4, 8, 8}) {
      outbox.looked(look(), new Failed(BROKEN));
      assertThat(outbox.next()).isEmpty();
      assertThat(outbox.untilNext()).hasSeconds(seconds);
      clock.advance(Duration.ofSeconds(seconds));
    }
    outbox.looked(look(), new Failed(new Retry(Duration.ofSeconds(30), "limited", false)));
    assertThat(outbox.untilNext()).hasSeconds(30);
    clock.advance(Duration.ofSeconds(30));
    lookAndFind();
    post("x");
  }

  @Test
  void afterADoubtfulAnswerTheChannelIsReadAgainAndWhatIsThereIsNotPosted() {
    outbox.add(alert("x", SECOND));
    outbox.add(alert("y", SECOND));
    lookAndFind();
    Instant attempt = clock.instant();
    outbox.settle(((Post) outbox.next().orElseThrow()).alerts(), DOUBTFUL);
    assertThat(outbox.next()).as("what Slack still works on would not be seen").isEmpty();
    clock.advance(SECOND);
    lookAndFind("x");
    assertThat(messenger.read.get(1)).isEqualTo(attempt.minus(Knowledge.CLOCKS));
    settle("x");
    post("y");
  }

  @Test
  void doubtfulAnswersInARowLeadToEverLongerWaitsAlthoughTheChannelCanBeRead() {
    outbox.add(alert("x", SECOND));
    lookAndFind();
    for (int seconds : new int[] {1, 2, 4, 8, 8}) {
      outbox.settle(((Post) outbox.next().orElseThrow()).alerts(), DOUBTFUL);
      assertThat(outbox.untilNext()).hasSeconds(seconds);
      clock.advance(Duration.ofSeconds(seconds));
      lookAndFind();
    }
    post("x");
  }

  @Test
  void afterADoubtfulAnswerWhatIsNotThereIsPosted() {
    outbox.add(alert("x", SECOND));
    lookAndFind();
    outbox.settle(((Post) outbox.next().orElseThrow()).alerts(), DOUBTFUL);
    clock.advance(SECOND);
    lookAndFind();
    post("x");
  }

  @Test
  void afterAnAnswerWithoutDoubtNothingIsRead() {
    outbox.add(alert("x", SECOND));
    lookAndFind();
    outbox.settle(((Post) outbox.next().orElseThrow()).alerts(), BROKEN);
    clock.advance(SECOND);
    post("x");
  }

  @Test
  void afterAnAssignmentItIsReadAgainAndALookFromBeforeDoesNotCount() {
    outbox.add(alert("x", SECOND));
    Look before = look();
    outbox.forget();
    outbox.looked(before, new Done(Map.of(), Map.of()));
    lookAndFind("x");
    settle("x");
    outbox.add(alert("y", SECOND));
    post("y");
    outbox.forget();
    outbox.add(alert("z", SECOND));
    lookAndFind("z");
    settle("z");
  }

  @Test
  void anOlderEventThatComesLaterIsLookedForFurtherBack() {
    outbox.add(alert("new", Duration.ofMinutes(1)));
    lookAndFind();
    post("new");
    outbox.add(alert("old", Duration.ofHours(5)));
    lookAndFind("old");
    settle("old");
    assertThat(messenger.read.get(1))
        .isEqualTo(clock.instant().minus(Duration.ofHours(5)).minus(Knowledge.CLOCKS));
  }

  @Test
  void eventsInNoOrderOfTimeLeadToFewLooks() {
    for (int minutes = 1; minutes <= 1000; minutes++) {
      outbox.add(alert("e" + minutes, Duration.ofMinutes(minutes)));
      if (outbox.next().orElseThrow() instanceof Look look) {
        outbox.looked(look, new Done(Map.of(), Map.of()));
      }
      outbox.drop(Set.of(Records.PARTITION));
    }
    assertThat(messenger.read).hasSizeLessThan(12);
  }

  @Test
  void aChannelThatMayNotBeReadRefusesForAMinuteAndIsThenAskedAgain() {
    DeadLetter refusal = new DeadLetter("not_in_channel", "Invite it.");
    outbox.add(alert("x", SECOND));
    outbox.looked(look(), new Failed(refusal));
    outbox.add(alert("y", SECOND));
    for (String id : new String[] {"x", "y"}) {
      Settle settle = (Settle) outbox.next().orElseThrow();
      assertThat(settle.alert().eventId()).isEqualTo(id);
      assertThat(settle.delivery()).isEqualTo(refusal);
      outbox.settle(List.of(settle.alert()), settle.delivery());
    }
    clock.advance(Duration.ofMinutes(1));
    outbox.add(alert("z", SECOND));
    lookAndFind();
    post("z");
  }

  @Test
  void aPostThatIsOlderThanTheEventCanBeWasAnothers() {
    outbox.add(alert("t:0:0", Duration.ofDays(1)));
    lookAndFind();
    post("t:0:0");
    clock.advance(Duration.ofDays(1));
    // The topic was created anew.
    outbox.add(alert("t:0:0", SECOND));
    post("t:0:0");
  }
}
