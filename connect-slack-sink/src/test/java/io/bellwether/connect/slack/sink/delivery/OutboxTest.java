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
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final int NO_DIGEST = 1_000_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MovableClock clock = new MovableClock();
  private final Outbox outbox = outbox(SECOND);

  private Outbox outbox(Duration interval) {
    return new Outbox(
        new FakeMessenger(message -> new Posted("1.000001")),
        clock,
        new DeliveryPace(
            interval, NO_DIGEST, Duration.ZERO, new ExponentialBackoff(1000, 2, 8000, 0)));
  }

  /** The next alert; looks into channels find nothing and take no time. */
  private static Optional<Alert> next(Outbox outbox) {
    for (Optional<Job> job = outbox.next(); job.isPresent(); job = outbox.next()) {
      if (job.get() instanceof Look look) {
        outbox.looked(look, look.readBack().next());
      } else {
        return job.map(
            each -> each instanceof Post post ? post.alerts().get(0) : ((Settle) each).alert());
      }
    }
    return Optional.empty();
  }

  private Optional<Alert> next() {
    return next(outbox);
  }

  private static Retry after(Duration time) {
    return new Retry(time, "limited", false);
  }

  private List<String> postAllDue() {
    List<String> ids = new ArrayList<>();
    for (Optional<Alert> due = next(); due.isPresent(); due = next()) {
      ids.add(due.get().eventId());
      outbox.settle(List.of(due.get()), new Posted("1.000001"));
    }
    return ids;
  }

  @Test
  void eachChannelHasItsOwnPaceAndKeepsItsOrder() {
    for (int i = 1; i <= 3; i++) {
      outbox.add(Alerts.to("a", "a" + i, i));
      outbox.add(Alerts.to("b", "b" + i, 10 + i));
    }
    assertThat(postAllDue()).containsExactly("a1", "b1");
    assertThat(outbox.untilNext()).isEqualTo(SECOND);
    clock.advance(Duration.ofMillis(999));
    assertThat(postAllDue()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(postAllDue()).containsExactly("a2", "b2");
    assertThat(outbox.size()).isEqualTo(2);
  }

  @Test
  void aFailedAlertStaysFirstAndIsTriedAfterEverLongerWaits() {
    outbox.add(Alerts.to("a", "a1", 1));
    outbox.add(Alerts.to("a", "a2", 2));
    for (int seconds : List.of(1, 2, 4, 8, 8)) {
      Alert due = next().orElseThrow();
      assertThat(due.eventId()).isEqualTo("a1");
      outbox.settle(List.of(due), after(Duration.ZERO));
      assertThat(outbox.untilNext()).isEqualTo(Duration.ofSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
    }
    assertThat(postAllDue()).containsExactly("a1");
    next().ifPresent(due -> outbox.settle(List.of(due), after(Duration.ZERO)));
    clock.advance(SECOND);
    assertThat(postAllDue()).containsExactly("a2");
  }

  @Test
  void whileAChannelWaitsTheOthersGoOn() {
    outbox.add(Alerts.to("a", "a1", 1));
    outbox.add(Alerts.to("b", "b1", 2));
    outbox.settle(List.of(next().orElseThrow()), after(Duration.ZERO));
    assertThat(postAllDue()).containsExactly("b1");
  }

  @Test
  void aLimitThatCannotBeTheChannelsOwnHoldsForAll() {
    outbox.add(Alerts.to("a", "a1", 1));
    outbox.add(Alerts.to("b", "b1", 2));
    outbox.settle(List.of(next().orElseThrow()), after(Duration.ofSeconds(30)));

    clock.advance(Duration.ofSeconds(29));
    outbox.add(Alerts.to("new", "n1", 3));
    assertThat(postAllDue()).isEmpty();
    clock.advance(SECOND);
    assertThat(postAllDue()).containsExactly("b1", "a1", "n1");
  }

  @Test
  void aLimitOfAChannelThatWasUsedFastIsItsOwnUnlessASecondOneIsLimitedToo() {
    Outbox fast = outbox(Duration.ZERO);
    for (String id : List.of("a1", "a2", "b1", "b2", "c1")) {
      fast.add(Alerts.to(id.substring(0, 1), id, 1));
    }
    Alert a1 = next(fast).orElseThrow();
    Alert b1 = next(fast).orElseThrow();
    fast.settle(List.of(a1), new Posted("1.000001"));
    fast.settle(List.of(b1), new Posted("1.000001"));
    Alert c1 = next(fast).orElseThrow();
    fast.settle(List.of(c1), new Posted("1.000001"));
    Alert a2 = next(fast).orElseThrow();
    fast.settle(List.of(a2), after(Duration.ofSeconds(5)));
    Alert b2 = next(fast).orElseThrow();
    assertThat(b2.eventId()).isEqualTo("b2");
    fast.add(Alerts.to("c", "c2", 2));

    fast.settle(List.of(b2), after(Duration.ofSeconds(7)));

    assertThat(next(fast)).isEmpty();
    clock.advance(Duration.ofSeconds(6));
    assertThat(next(fast)).isEmpty();
    clock.advance(SECOND);
    assertThat(next(fast)).isPresent();
  }

  @Test
  void anEventIdIsPostedToAChannelOnceAndTheRepeatTakesNoTime() {
    outbox.add(Alerts.to("a", "x", 1));
    outbox.add(Alerts.to("a", "x", 2));
    outbox.add(Alerts.to("b", "x", 3));
    outbox.settle(List.of(next().orElseThrow()), new Posted("1.000001"));
    Alert elsewhere = next().orElseThrow();
    assertThat(elsewhere.channel()).isEqualTo("b");
    outbox.settle(List.of(elsewhere), new Posted("1.000001"));

    Settle repeat = (Settle) outbox.next().orElseThrow();
    assertThat(repeat.alert().offset()).isEqualTo(2);
    assertThat(repeat.delivery()).isEqualTo(new PostedBefore());
    outbox.settle(List.of(repeat.alert()), repeat.delivery());

    outbox.add(Alerts.to("a", "y", 4));
    assertThat(outbox.untilNext()).isEqualTo(SECOND);
  }

  @Test
  void aDeadLetterIsNotRememberedAsPosted() {
    outbox.add(Alerts.to("a", "x", 1));
    outbox.settle(List.of(next().orElseThrow()), new DeadLetter("is_archived", ""));
    assertThat(outbox.size()).isZero();
    outbox.add(Alerts.to("a", "x", 2));
    clock.advance(SECOND);
    assertThat(outbox.next()).containsInstanceOf(Post.class);
  }

  @Test
  void revokedPartitionsLeaveAtOnceAndAnAnswerThatComesLaterHarmsNobody() {
    TopicPartition other = new TopicPartition("other", 0);
    Alert revoked = Alerts.to("a", "a1", 1);
    outbox.add(revoked);
    outbox.add(Alerts.in(other, "a", "o1", 1));
    assertThat(next()).contains(revoked);

    outbox.drop(Set.of(Records.PARTITION));
    outbox.add(Alerts.to("a", "a1", 1));
    outbox.settle(List.of(revoked), new Posted("1.000001"));

    assertThat(outbox.size()).isEqualTo(2);
    clock.advance(SECOND);
    assertThat(postAllDue()).containsExactly("o1", "a1");
  }

  @Test
  void memoryIsBounded() {
    PostedIds ids = new PostedIds(2);
    for (int i = 1; i <= 3; i++) {
      ids.add("a", "e" + i, clock.instant());
    }
    assertThat(ids.contains(Alerts.to("a", "e1", 1))).isFalse();
    assertThat(ids.contains(Alerts.to("a", "e3", 9))).isTrue();
  }
}
