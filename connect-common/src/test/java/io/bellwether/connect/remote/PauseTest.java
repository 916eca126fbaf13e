package io.bellwether.connect.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PauseTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final Pause pause = new Pause();

  @Test
  void stopEndsARunningWaitAndEveryLaterOne() throws Exception {
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(LONG));
    pause.stop();

    assertThat(waiting.get()).isFalse();
    assertThat(pause.await(LONG)).isFalse();
    assertThat(pause.isStopped()).isTrue();
  }

  @Test
  void newsThatCameBeforeTheWaitAreNotMissed() throws Exception {
    pause.wake();
    assertThat(pause.await(LONG)).isTrue();
  }

  @Test
  void aWaitEndsWhenItsTimeIsOver() throws Exception {
    assertThat(pause.await(Duration.ofMillis(1))).isTrue();
  }

  private boolean await(Duration time) {
    try {
      return pause.await(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
