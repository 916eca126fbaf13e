package io.bellwether.quickstart.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for things to come true, and notices meanwhile that a child has died or that the user wants
 * to stop. Every wait ends at once when {@link #stop} is called.
 */
public final class Watch {
  private static final long STEP_MILLIS = 100;
  private static final int LINES = 25;

  private final CountDownLatch stopped;
  private final List<Child> children = new CopyOnWriteArrayList<>();

  public Watch() {
    this(new CountDownLatch(1));
  }

  private Watch(CountDownLatch stopped) {
    this.stopped = stopped;
  }

  /** Something that may be there now. */
  @FunctionalInterface
  public interface Probe<T> {
    Optional<T> look() throws InterruptedException;
  }

  /** One that stops with this one and has children of its own. */
  public Watch apart() {
    return new Watch(stopped);
  }

  /** From now on this child's death is noticed. */
  public Child over(Child child) {
    children.add(child);
    return child;
  }

  /** From now on this child may end. */
  public void release(Child child) {
    children.remove(child);
  }

  /**
   * The thing waited for.
   *
   * @param what its name in the message of a time-out
   * @throws LaunchException if it does not come in time, or a child dies
   * @throws InterruptedException if the user wants to stop
   */
  public <T> T until(String what, Duration atMost, Probe<T> probe) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> found = probe.look();
      if (found.isPresent()) {
        return found.get();
      }
      complainOfTheDead();
      if (System.nanoTime() > end) {
        throw new LaunchException(
            "Waited " + atMost.toSeconds() + " s in vain for " + what + logsOfTheLiving());
      }
      pause();
    }
  }

  /** Waits for a moment, not for anything. */
  void pause() throws InterruptedException {
    if (stopped.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped");
    }
  }

  /** Returns when the user wants to stop; throws when a child dies, or the check does, before. */
  public void untilStopped(Runnable check) throws InterruptedException {
    while (!stopped.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
      complainOfTheDead();
      check.run();
    }
  }

  /** Ends every wait, now and later. */
  public void stop() {
    stopped.countDown();
  }

  private void complainOfTheDead() {
    for (Child child : children) {
      if (!child.isAlive()) {
        throw new LaunchException(obituary(child));
      }
    }
  }

  /** How a dead child ended, with the end of its log. */
  static String obituary(Child child) {
    return "The "
        + child.name()
        + " has ended with exit code "
        + child.exitCode()
        + ". The end of its log, "
        + child.log().path()
        + ":\n  "
        + String.join("\n  ", child.log().last(LINES));
  }

  private String logsOfTheLiving() {
    return children.isEmpty()
        ? ""
        : ". See "
            + String.join(
                ", ", children.stream().map(child -> child.log().path().toString()).toList());
  }
}
