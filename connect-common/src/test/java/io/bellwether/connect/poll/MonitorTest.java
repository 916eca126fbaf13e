package io.bellwether.connect.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.remote.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MonitorTest {
  private static final Duration OFTEN = Duration.ofMillis(1);

  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void aLookThatFailsIsTold() {
    try (Monitor<String> monitor =
        monitor("things", () -> new Outcome.Ok<>("seen"), this::fail, this::note)) {
      monitor.start();
      await().until(() -> refusals.equals(List.of("Nobody looks at things any more")));
    }
  }

  @Test
  void aRefusedLookIsToldWithItsRemedyAndTriedAgain() {
    Outcome<String> refused =
        new Outcome.Reject<>(Outcome.Scope.ALL, "forbidden", "Give it the right.");
    try (Monitor<String> monitor = monitor("doors", () -> refused, seen -> {}, this::note)) {
      monitor.start();
      await().until(() -> refusals.size() > 1);
    }
    assertThat(refusals)
        .containsOnly("Looking at doors is refused (forbidden). Give it the right.");
  }

  @Test
  void aLookThatFailsBecauseItWasClosedIsNotTold() throws Exception {
    Monitor<String> monitor =
        monitor(
            "closed things",
            () -> new Outcome.Ok<>("seen"),
            seen -> {
              waitForTheClose();
              fail(seen);
            },
            this::note);
    monitor.start();
    looking.await();
    monitor.close();
    closed.countDown();

    awaitEndOf("closed things");
    assertThat(refusals).isEmpty();
  }

  /** The worker refuses to hear from a connector that it has stopped. */
  @Test
  void aTellingThatTheWorkerRefusesAfterTheCloseEndsTheThreadQuietly() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> uncaught.add(error));
    try {
      Monitor<String> monitor =
          monitor(
              "late things",
              () -> new Outcome.Ok<>("seen"),
              this::fail,
              why -> {
                waitForTheClose();
                throw new ConnectException("already shut down", why);
              });
      monitor.start();
      looking.await();
      monitor.close();
      closed.countDown();

      awaitEndOf("late things");
      assertThat(uncaught).isEmpty();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static Monitor<String> monitor(
      String what,
      Supplier<Outcome<String>> look,
      Consumer<String> seen,
      Consumer<ConnectException> onRefusal) {
    return new Monitor<>(what, look, OFTEN, seen, onRefusal);
  }

  private void fail(String seen) {
    throw new IllegalStateException(seen);
  }

  private void note(ConnectException why) {
    refusals.add(why.getMessage());
  }

  private void waitForTheClose() {
    looking.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEndOf(String what) {
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("monitor of " + what)));
  }
}
