package io.bellwether.connect.slack.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.ThreadGone;
import io.bellwether.connect.slack.sink.delivery.Job.Look;
import io.bellwether.connect.slack.sink.delivery.Job.Post;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private static final Duration WINDOW = Duration.ofDays(7);

  private final MovableClock clock = new MovableClock();
  private final FakeMessenger messenger = new FakeMessenger(message -> new Posted("1.000001"));
  private final Outbox outbox =
      new Outbox(
          messenger,
          clock,
          new DeliveryPace(Duration.ZERO, 1, WINDOW, new ExponentialBackoff(1, 2, 8, 0)));

  private void add(String id, String thread) {
    Alert alert = Alerts.to("a", id, 1);
    outbox.add(
        new Alert(
            id, "a", Optional.ofNullable(thread), id, List.of(), clock.instant(), alert.record()));
  }

  private void look(Map<String, String> threads) {
    outbox.looked((Look) outbox.next().orElseThrow(), new Done(Map.of(), threads));
  }

  /** What is posted, as "ids>parent". */
  private List<String> postAll() {
    List<String> posts = new ArrayList<>();
    while (outbox.size() > 0) {
      Post post = (Post) outbox.next().orElseThrow();
      clock.advance(Duration.ofSeconds(1));
      String ts = SlackTs.of(clock.instant());
      String ids = String.join("+", post.alerts().stream().map(Alert::eventId).toList());
      posts.add(ids + post.parent().map(parent -> ">" + parent).orElse(""));
      outbox.settle(post.alerts(), new Posted(ts));
    }
    return posts;
  }

  private String inOneSecond() {
    return SlackTs.of(clock.instant().plusSeconds(1));
  }

  @Test
  void theFirstAlertOfAThreadIsAMessageAndTheOthersReplyToIt() {
    add("x1", "x");
    look(Map.of());
    String parent = inOneSecond();
    assertThat(postAll()).containsExactly("x1");
    add("x2", "x");
    assertThat(postAll()).containsExactly("x2>" + parent);
    add("none", null);
    assertThat(postAll()).containsExactly("none");
  }

  @Test
  void aDigestHoldsOneThreadAndEachThreadKeepsItsOrder() {
    for (int i = 1; i <= 3; i++) {
      add("x" + i, "x");
      add("y" + i, "y");
    }
    look(Map.of());
    assertThat(postAll()).containsExactly("x1+x2+x3", "y1+y2+y3");
  }

  @Test
  void afterARestartTheThreadIsFoundByTheLookWhichGoesBackItsWindow() {
    add("x3", "x");
    String known = SlackTs.of(clock.instant().minus(WINDOW).plusSeconds(60));
    look(Map.of("x", known));
    assertThat(messenger.parentsRead).containsExactly(clock.instant().minus(WINDOW));
    assertThat(postAll()).containsExactly("x3>" + known);
  }

  @Test
  void aThreadThatIsTooOldIsOver() {
    add("x1", "x");
    look(Map.of("x", SlackTs.of(clock.instant().minus(WINDOW).minusSeconds(1))));
    assertThat(postAll()).containsExactly("x1");
  }

  @Test
  void aThreadWhoseFirstMessageWasDeletedBeginsAnew() {
    add("x1", "x");
    look(Map.of("x", SlackTs.of(clock.instant())));
    Post reply = (Post) outbox.next().orElseThrow();
    assertThat(reply.parent()).isPresent();
    assertThat(outbox.settle(reply.alerts(), new ThreadGone())).isFalse();
    String parent = inOneSecond();
    assertThat(postAll()).containsExactly("x1");
    add("x2", "x");
    assertThat(postAll()).containsExactly("x2>" + parent);
  }
}
