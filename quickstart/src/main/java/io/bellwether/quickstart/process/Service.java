package io.bellwether.quickstart.process;

import java.util.Optional;

/** How one child is started, again and again, and when it does its work. */
public interface Service {
  /** What people call it. */
  String title();

  /** Starts the child under the watch; returns before it is ready. */
  Child start(Watch watch) throws InterruptedException;

  /**
   * Returns when the child that was started last does its work.
   *
   * @throws LaunchException if it does not come so far
   */
  void awaitReady(Watch watch) throws InterruptedException;

  /** What in it does not work although the child lives, for a person to read. */
  default Optional<String> ailment() throws InterruptedException {
    return Optional.empty();
  }

  /**
   * Repairs that.
   *
   * @return whether it works again
   */
  default boolean cure(Watch watch) throws InterruptedException {
    return true;
  }
}
