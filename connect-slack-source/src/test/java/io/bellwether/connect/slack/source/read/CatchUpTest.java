package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.remote.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task that has nothing to read still notices that Slack does not take its token any more. */
class CatchUpTest {
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private final InstantSource clock = () -> now;
  private final AtomicInteger asked = new AtomicInteger();
  private final PollLoop loop = new PollLoop("test-call");
  private Outcome<String> answer = new Outcome.Ok<>("alive");
  private final CatchUp catchUp =
      new CatchUp(
          List.of(),
          null,
          () -> {
            asked.incrementAndGet();
            return answer;
          },
          new CatchUp.Pace(
              new MethodBudget("history", clock, 45),
              new MethodBudget("replies", clock, 45),
              200,
              new ExponentialBackoff(500, 2, 60_000, 0.2),
              live -> Duration.ofMinutes(5),
              live -> Duration.ofMinutes(5)),
          new SourceMeters(Meters.none(), clock),
          clock,
          loop);

  @AfterEach
  void stop() {
    loop.close();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    catchUp.startCall(now, true);
    if (loop.isAsking()) {
      await().until(loop::takeAnswer);
    }
  }

  @Test
  void aSilentHalfMinuteAsksForASignOfLife() {
    pass(Duration.ofSeconds(20));
    assertThat(asked).hasValue(0);
    pass(Duration.ofSeconds(20));
    assertThat(asked).hasValue(1);
    pass(Duration.ofSeconds(20));
    assertThat(asked).as("it answered").hasValue(1);
    assertThat(catchUp.idle(now)).isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRevokedTokenFailsTheTaskWithinAMinute() {
    answer = new Outcome.Reject<>(Outcome.Scope.ALL, "token_revoked", "Set another one.");
    assertThatThrownBy(() -> pass(Duration.ofSeconds(31)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContainingAll("token_revoked", "Set another one.");
  }

  @Test
  void aServerThatIsSilentIsAskedAgainButNotAllTheTime() {
    answer = new Outcome.Retry<>(Duration.ZERO, "nothing", true);
    for (int n = 0; n < 60; n++) {
      pass(Duration.ofSeconds(1));
    }
    assertThat(asked.get()).isBetween(1, 2);
  }
}
