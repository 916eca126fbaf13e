package io.bellwether.connect.slack.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.slack.sink.Records;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Job.Look;
import io.bellwether.connect.slack.sink.delivery.Job.Post;
import io.bellwether.connect.slack.sink.delivery.Job.Settle;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final int ABOVE = 3;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MovableClock clock = new MovableClock();
  private final Outbox outbox =
      new Outbox(
          new FakeMessenger(message -> new Posted("1.000001")),
          clock,
          new DeliveryPace(SECOND, ABOVE, Duration.ZERO, new ExponentialBackoff(1000, 2, 8000, 0)));
  private final List<String> dead = new ArrayList<>();

  private void add(int from, int to) {
    for (int each = from; each < to; each++) {
      outbox.add(Alerts.to("a", "e" + each, each));
    }
  }

  private static List<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::eventId).toList();
  }

  /** Posts what is there, a message a second; gives the event ids of each message. */
  private List<List<String>> post(Function<List<String>, Delivery> service) {
    List<List<String>> messages = new ArrayList<>();
    while (outbox.size() > 0) {
      Optional<Job> job = outbox.next();
      if (job.isEmpty()) {
        clock.advance(SECOND);
      } else if (job.get() instanceof Look look) {
        outbox.looked(look, look.readBack().next());
      } else if (job.get() instanceof Settle settle) {
        outbox.settle(List.of(settle.alert()), settle.delivery());
      } else {
        List<Alert> alerts = ((Post) job.get()).alerts();
        Delivery delivery = service.apply(ids(alerts));
        messages.add(ids(alerts));
        if (outbox.settle(alerts, delivery) && delivery instanceof DeadLetter) {
          dead.addAll(ids(alerts));
        }
      }
    }
    return messages;
  }

  @Test
  void asManyAsMayWaitGoOneByOneAndMoreGoTogether() {
    add(0, ABOVE);
    assertThat(post(ids -> new Posted("1.000001")))
        .containsExactly(List.of("e0"), List.of("e1"), List.of("e2"));
    add(3, 7);
    assertThat(post(ids -> new Posted("1.000001")))
        .containsExactly(List.of("e3", "e4", "e5", "e6"));
  }

  @Test
  void aLoneAlertGoesAtOnce() {
    add(0, 1);
    outbox.looked(
        (Look) outbox.next().orElseThrow(), new ReadBack.Step.Done(java.util.Map.of(), Map.of()));
    assertThat(outbox.untilNext()).isZero();
    assertThat(((Post) outbox.next().orElseThrow()).alerts()).hasSize(1);
  }

  @Test
  void aBurstTakesATenthOfTheMessages() {
    add(0, 500);
    List<List<String>> messages = post(ids -> new Posted("1.000001"));
    assertThat(messages).hasSize(10).allSatisfy(ids -> assertThat(ids).hasSize(50));
    assertThat(messages.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(500);
  }

  @Test
  void anEventStandsInADigestOnceAndWhatWasPostedNotAtAll() {
    add(0, 1);
    post(ids -> new Posted("1.000001"));
    for (int round = 0; round < 3; round++) {
      add(0, 4);
    }
    assertThat(post(ids -> new Posted("1.000001"))).containsExactly(List.of("e1", "e2", "e3"));
  }

  @Test
  void whatIsRefusedIsFoundAndTheOthersGoThroughInFewMessages() {
    add(0, 100);
    List<List<String>> messages =
        post(
            ids ->
                ids.contains("e20") || ids.contains("e77")
                    ? new DeadLetter("invalid_blocks", "")
                    : new Posted("1.000001"));
    assertThat(dead).containsExactly("e20", "e77");
    assertThat(messages).hasSizeLessThan(30);
  }

  @Test
  void allOfADigestAreRefusedWhereTheChannelIs() {
    add(0, 10);
    assertThat(post(ids -> new DeadLetter("is_archived", "", true))).hasSize(1);
    assertThat(dead).hasSize(10);
  }

  @Test
  void aDigestThatFailedIsTriedAgainAndMayHaveGrown() {
    add(0, 5);
    List<List<String>> tried = new ArrayList<>();
    post(
        ids -> {
          tried.add(ids);
          if (tried.size() == 1) {
            add(5, 6);
            return new Retry(Duration.ZERO, "broken", false);
          }
          return new Posted("1.000001");
        });
    assertThat(tried).hasSize(2);
    assertThat(tried.get(1)).containsExactly("e0", "e1", "e2", "e3", "e4", "e5");
  }

  @Test
  void revokedAlertsAreInNoDigestAndThoseOfOthersStay() {
    add(0, 10);
    outbox.drop(Set.of(Records.PARTITION));
    add(10, 15);
    assertThat(post(ids -> new Posted("1.000001")))
        .containsExactly(List.of("e10", "e11", "e12", "e13", "e14"));
  }

  @Test
  void aDigestStaysWithinTheServicesLimits() {
    Digest long1 = new Digest(Integer.MAX_VALUE);
    int fitted = 0;
    while (long1.add(text("x".repeat(3_000), "e" + fitted))) {
      fitted++;
    }
    assertThat(fitted).isEqualTo(3);

    Digest ids = new Digest(Integer.MAX_VALUE);
    fitted = 0;
    while (ids.add(text("x", fitted + "<ä>".repeat(100)))) {
      fitted++;
    }
    assertThat(fitted).isBetween(2, 6);

    Digest huge = new Digest(Integer.MAX_VALUE);
    assertThat(huge.add(text("x", "i".repeat(100_000)))).as("the first one always").isTrue();
    assertThat(huge.add(text("x", "i"))).isFalse();
  }

  private static Alert text(String text, String id) {
    Alert alert = Alerts.to("a", id, 1);
    return new Alert(
        id, "a", Optional.empty(), text, List.of(), alert.earliestPost(), alert.record());
  }
}
