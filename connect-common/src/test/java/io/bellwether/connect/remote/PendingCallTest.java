package io.bellwether.connect.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PendingCallTest {
  private final AtomicInteger told = new AtomicInteger();
  private final PendingCall<String> call = new PendingCall<>("test", told::incrementAndGet);

  @Test
  void theAnswerIsTakenOnceAndTheNextCallMayStart() {
    call.start(() -> "answer");
    await().untilAtomic(told, org.hamcrest.Matchers.is(1));
    await().until(() -> call.take().equals(Optional.of("answer")));

    assertThat(call.isPending()).isFalse();
    assertThat(call.take()).isEmpty();
  }

  @Test
  void whatTheCallThrewIsThrownToWhoTakesIt() {
    call.start(
        () -> {
          throw new IllegalArgumentException("broken");
        });
    await().untilAtomic(told, org.hamcrest.Matchers.is(1));
    await()
        .untilAsserted(
            () -> assertThatThrownBy(call::take).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void aCallThatHangsIsLeftBehindAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    call.start(
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "late";
        });

    assertThat(call.take()).isEmpty();
    call.close();
    await().untilAtomic(told, org.hamcrest.Matchers.is(1));
  }
}
