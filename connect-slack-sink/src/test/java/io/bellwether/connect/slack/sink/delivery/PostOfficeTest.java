package io.bellwether.connect.slack.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostOfficeTest {
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private FakeMessenger messenger;
  private PostOffice office;

  private void open(Function<Message, Delivery> service) {
    messenger = new FakeMessenger(service);
    office =
        new PostOffice(
            "test",
            messenger,
            InstantSource.system(),
            new DeliveryPace(
                Duration.ZERO, 1_000_000, Duration.ZERO, new ExponentialBackoff(1, 2, 10, 0)),
            2,
            new Tally(Meters.none()));
  }

  private Delivery answerLate() {
    called.countDown();
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Posted("1.000001");
  }

  private static Alert alert(int number) {
    return Alerts.to("a", "e" + number, number);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsHandedInIsPostedInTheBackgroundAndCollected() {
    open(message -> new Posted("1.000001"));
    office.accept(List.of(alert(1), alert(2)));
    List<Settled> settled = new ArrayList<>();
    await()
        .untilAsserted(
            () -> {
              settled.addAll(office.collect());
              assertThat(settled)
                  .containsExactly(
                      new Settled(alert(1), new Posted("1.000001")),
                      new Settled(alert(2), new Posted("1.000001")));
            });
    assertThat(office.isFull()).isFalse();
  }

  @Test
  void handingInNeverWaits() throws Exception {
    open(message -> answerLate());
    office.accept(List.of(alert(1)));
    called.await();
    office.accept(List.of(alert(2)));
    assertThat(office.isFull()).isTrue();
    assertThat(office.collect()).isEmpty();
  }

  @Test
  void nothingIsPostedWhileItIsHeldAndTheMessageUnderWayIsWaitedFor() throws Exception {
    open(message -> answerLate());
    office.accept(List.of(alert(1), alert(2)));
    called.await();
    Thread holding = Thread.currentThread();
    Thread answering =
        new Thread(
            () -> {
              // Not before the gate is shut: the next message would have gone through.
              await()
                  .pollDelay(Duration.ZERO)
                  .pollInterval(Duration.ofMillis(5))
                  .until(() -> holding.getState() == Thread.State.TIMED_WAITING);
              mayAnswer.countDown();
            });
    answering.start();
    office.hold();
    answering.join();

    assertThat(office.collect()).hasSize(1);
    assertThat(messenger.posted).containsExactly("e1");
    office.drop(List.of(alert(2).partition()));
    office.resume();
    office.accept(List.of(alert(3)));
    await().untilAsserted(() -> assertThat(messenger.posted).containsExactly("e1", "e3"));
  }

  @Test
  void closingDoesNotWaitForASilentService() throws Exception {
    open(message -> answerLate());
    office.accept(List.of(alert(1)));
    called.await();
    long start = System.nanoTime();
    office.hold();
    office.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void afterAFatalAnswerNothingMoreIsPosted() {
    open(message -> new Fatal("token_revoked", "Set another."));
    office.accept(List.of(alert(1), alert(2)));
    await()
        .untilAsserted(
            () ->
                assertThat(office.collect())
                    .singleElement()
                    .satisfies(
                        settled -> {
                          assertThat(settled.delivery()).isInstanceOf(Fatal.class);
                          assertThat(settled.alert()).isEqualTo(alert(1));
                        }));
  }

  @Test
  void aBugInThePosterIsFatalAndNotSilent() {
    open(
        message -> {
          throw new IllegalStateException("bug");
        });
    office.accept(List.of(alert(1)));
    await()
        .untilAsserted(
            () ->
                assertThat(office.collect())
                    .singleElement()
                    .extracting(Settled::delivery)
                    .isInstanceOfSatisfying(
                        Fatal.class, fatal -> assertThat(fatal.remedy()).contains("bug")));
  }
}
