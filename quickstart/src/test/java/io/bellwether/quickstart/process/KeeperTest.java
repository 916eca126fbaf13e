package io.bellwether.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  @TempDir Path temporary;
  private final Watch watch = new Watch();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private StateFolder state;
  private KeptChild service;
  private Keeper keeper;

  @BeforeEach
  void start() throws Exception {
    state = StateFolder.open(temporary.resolve("state"), false);
    service = new KeptChild(temporary, state);
    keeper = new Keeper(service, watch, new Scribe("", told), List.of());
    keeper.start();
    keeper.awaitReady();
    keeper.keep();
  }

  @AfterEach
  void close() {
    watch.stop();
    keeper.close();
    state.close();
  }

  @Test
  void aKilledChildIsStartedAgain() {
    Child first = service.latest;

    assertThat(keeper.kill()).isTrue();

    patiently().until(keeper::isUp);
    assertThat(first.isAlive()).isFalse();
    assertThat(first.exitCode()).as("128 + SIGKILL").isEqualTo(137);
    assertThat(first.log().last(10)).doesNotContain("stopped cleanly");
    assertThat(service.latest.pid()).isNotEqualTo(first.pid());
    assertThat(state.processFile("child")).hasContent(Long.toString(service.latest.pid()));
    assertThat(told).containsExactly("killed", "restarting", "ready");
  }

  @Test
  void aChildThatDiesIsStartedAgain() {
    service.killFromOutside();

    patiently().until(() -> told.contains("ready"));
    assertThat(told).containsExactly("died", "restarting", "ready");
    assertThat(service.latest.isAlive()).isTrue();
  }

  @Test
  void whatIsNotUpCannotBeKilled() {
    service.slow = true;
    assertThat(keeper.kill()).isTrue();
    assertThat(keeper.kill()).isFalse();
    patiently().until(() -> told.contains("restarting"));
    assertThat(keeper.kill()).isFalse();

    service.slow = false;
    patiently().until(keeper::isUp);
    assertThat(told).containsExactly("killed", "restarting", "ready");
  }

  @Test
  void aDeathDuringARestartLeadsToAnother() {
    service.slow = true;
    Child first = service.latest;
    keeper.kill();
    patiently().until(() -> service.latest != first && service.latest.isAlive());
    service.killFromOutside();
    patiently().until(() -> told.contains("died"));
    service.slow = false;

    patiently().until(keeper::isUp);
    assertThat(told).containsExactly("killed", "restarting", "died", "restarting", "ready");
  }

  @Test
  void oneThatCannotLiveEndsTheDemoWithItsLog() {
    service.program = Programs.Failing.class;
    service.killFromOutside();

    assertThatThrownBy(this::untilItGivesUp)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("arguments [a, b c] and a secret")
        .hasMessageContaining("4th time within 2 minutes");
    assertThat(told).endsWith("restarting", "died").doesNotContain("ready");
    assertThat(told.stream().filter("died"::equals)).hasSize(4);
  }

  @Test
  void oneThatDiesAgainAndAgainAfterBeingReadyEndsTheDemoToo() {
    for (int i = 1; i < 4; i++) {
      long times = i;
      service.killFromOutside();
      patiently().until(() -> told.stream().filter("ready"::equals).count() == times);
    }
    keeper.complain();
    service.killFromOutside();

    assertThatThrownBy(this::untilItGivesUp).hasMessageContaining("exit code 137");
  }

  @Test
  void theButtonCanBePressedAsOftenAsOneLikes() {
    for (int i = 1; i < 7; i++) {
      long times = i;
      patiently().until(keeper::kill);
      patiently().until(() -> told.stream().filter("ready"::equals).count() == times);
    }
    keeper.complain();
    assertThat(told).doesNotContain("died");
  }

  @Test
  void stoppingDuringARestartLeavesNothingBehind() {
    service.slow = true;
    Child first = service.latest;
    keeper.kill();
    patiently().until(() -> service.latest != first && service.latest.isAlive());

    watch.stop();
    keeper.close();

    assertThat(service.latest.isAlive()).isFalse();
    assertThat(state.processFile("child")).doesNotExist();
    keeper.complain();
  }

  @Test
  void oneThatNeedsAnotherWaitsForItAndIsNotBlamed() throws Exception {
    List<String> toldOfUser = new CopyOnWriteArrayList<>();
    try (StateFolder other = StateFolder.open(temporary.resolve("other"), false);
        Keeper user =
            new Keeper(
                new KeptChild(temporary, other),
                watch,
                new Scribe("user ", toldOfUser),
                List.of(keeper))) {
      user.start();
      user.awaitReady();
      user.keep();
      service.slow = true;
      keeper.kill();
      user.kill();
      patiently().until(() -> toldOfUser.contains("user killed"));
      assertThat(toldOfUser).doesNotContain("user restarting");

      service.slow = false;
      patiently().until(() -> toldOfUser.contains("user ready"));
      assertThat(keeper.isUp()).isTrue();
      watch.stop();
    }
  }

  @Test
  void whatAilsIsCured() {
    service.ailment = "a task has failed";

    patiently().until(() -> told.contains("ready"));
    assertThat(told).containsExactly("ails: a task has failed", "restarting", "ready");
  }

  @Test
  void whatCannotBeCuredEndsTheDemo() {
    service.curable = false;
    service.ailment = "a task has failed";

    assertThatThrownBy(this::untilItGivesUp)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("a task has failed");
    assertThat(told).doesNotContain("ready");
  }

  private void untilItGivesUp() {
    patiently()
        .until(
            () -> {
              keeper.complain();
              return false;
            });
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(2));
  }

  /** Writes down what it is told. */
  private record Scribe(String name, List<String> told) implements Keeper.Listener {
    @Override
    public void killed(Child child) {
      told.add(name + "killed");
    }

    @Override
    public void died(Child child) {
      told.add(name + "died");
    }

    @Override
    public void ails(String what) {
      told.add(name + "ails: " + what);
    }

    @Override
    public void restarting() {
      told.add(name + "restarting");
    }

    @Override
    public void ready(Duration gap) {
      told.add(name + "ready");
    }
  }
}
