package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping, going on, and what is left behind when the launcher is killed. */
class DemoRestartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temporary;

  @Test
  void aSecondStartGoesOnWhereTheFirstStopped() throws Exception {
    Path state = temporary.resolve("state");
    try (RunningDemo first = RunningDemo.start(state)) {
      say(state, "Azure is down again, this is unacceptable");
      await().atMost(PATIENCE).until(() -> first.texts("negative-feedback").size() == 1);

      assertThat(first.stop()).isLessThan(Duration.ofSeconds(20));
      assertThat(first.children()).isEmpty();
    }

    RunningDemo second = RunningDemo.start(state);
    assertThat(second.texts("feedback")).hasSize(1);
    List<ProcessHandle> orphans = second.children();
    assertThat(orphans).hasSize(3);
    second.kill();

    try (RunningDemo third = RunningDemo.start(state)) {
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      say(state, "Azure fails all the time, I hate it");
      await().atMost(PATIENCE).until(() -> third.texts("negative-feedback").size() > 1);
      assertThat(third.texts("feedback")).hasSize(2);
      assertThat(third.texts("negative-feedback")).hasSize(2);
    }
  }

  private void say(Path state, String text) throws Exception {
    Path output = temporary.resolve("say.out");
    assertThat(RunningDemo.command(output, "say", "--state", state.toString(), "#feedback", text))
        .isZero();
  }
}
