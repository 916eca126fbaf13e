package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A service of the tests: one of {@link Programs}, with what a test wants it to do. */
final class KeptChild implements Service {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final StateFolder state;
  volatile Class<?> program = Programs.Running.class;
  volatile boolean slow;
  volatile String ailment;
  volatile boolean curable = true;
  volatile Child latest;

  KeptChild(Path folder, StateFolder state) {
    this.folder = folder;
    this.state = state;
  }

  @Override
  public String title() {
    return "child";
  }

  @Override
  public Child start(Watch watch) {
    try {
      latest = watch.over(Child.start(Programs.command(program, folder), state));
      return latest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void awaitReady(Watch watch) throws InterruptedException {
    watch.until(
        "the child",
        PATIENCE,
        () -> slow ? Optional.empty() : latest.log().lineThatStarts("running"));
  }

  @Override
  public Optional<String> ailment() {
    return Optional.ofNullable(ailment);
  }

  @Override
  public boolean cure(Watch watch) {
    if (curable) {
      ailment = null;
    }
    return curable;
  }

  /** As somebody else would: by its number. */
  void killFromOutside() {
    Child victim = latest;
    ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }
}
