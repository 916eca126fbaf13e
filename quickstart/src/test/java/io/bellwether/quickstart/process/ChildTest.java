package io.bellwether.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temporary;
  private final Watch watch = new Watch();
  private StateFolder state;

  @BeforeEach
  void open() {
    state = StateFolder.open(temporary.resolve("state"), false);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void aRunningChildIsStoppedCleanly() throws Exception {
    Child child = Child.start(Programs.command(Programs.Running.class, temporary), state);
    watch.over(child);
    watch.until("the child", PATIENCE, () -> child.log().lineThatStarts("running"));

    child.close();

    assertThat(child.isAlive()).isFalse();
    assertThat(child.log().last(1)).containsExactly("stopped cleanly");
    assertThat(state.processFile("child")).doesNotExist();
  }

  @Test
  void aChildThatDiesIsNamedWithTheEndOfItsLog() throws Exception {
    watch.over(Child.start(Programs.command(Programs.Failing.class, temporary), state));

    assertThatThrownBy(() -> watch.until("pigs to fly", PATIENCE, Optional::empty))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("The child has ended with exit code 3")
        .hasMessageContaining("arguments [a, b c] and a secret")
        .hasMessageContaining(state.log("child").toString());
  }

  @Test
  void aSecondRunDoesNotReadTheLogOfTheFirst() throws Exception {
    JavaCommand command = Programs.command(Programs.Failing.class, temporary);
    Child first = Child.start(command, state);
    await().until(() -> !first.isAlive());
    Child second = Child.start(command, state);
    await().until(() -> !second.isAlive());

    assertThat(second.log().last(10)).hasSize(1);
    assertThat(second.log().tells("arguments", "a secret")).isTrue();
    assertThat(second.log().tells("arguments", "no such word")).isFalse();
  }

  @Test
  void aChildWhoseLauncherWasKilledEndsAtTheNextStart() throws Exception {
    Child orphan = Child.start(Programs.command(Programs.Running.class, temporary), state);
    state.close();

    state = StateFolder.open(temporary.resolve("state"), false);

    assertThat(orphan.isAlive()).isFalse();
    assertThat(state.processFile("child")).doesNotExist();
  }

  @Test
  void aForeignProcessWithTheNumberOfAnOrphanIsLeftAlone() throws Exception {
    Child foreign = Child.start(Programs.command(Programs.Running.class, temporary), state);
    java.nio.file.Files.move(state.processFile("child"), state.processFile("other"));
    state.close();

    state = StateFolder.open(temporary.resolve("state"), false);

    assertThat(foreign.isAlive()).isTrue();
    foreign.close();
  }

  @Test
  void noSecretIsOnACommandLineOrInItsDescription() throws Exception {
    JavaCommand command = Programs.command(Programs.Running.class, temporary);
    assertThat(command.line(state)).noneMatch(word -> word.contains("a secret"));
    assertThat(command.toString()).doesNotContain("a secret");
  }

  @Test
  void stoppingEndsEveryWait() {
    watch.stop();
    assertThatThrownBy(() -> watch.until("pigs to fly", PATIENCE, Optional::empty))
        .isInstanceOf(InterruptedException.class);
  }
}
