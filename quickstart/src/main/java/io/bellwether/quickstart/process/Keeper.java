package io.bellwether.quickstart.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one service up: starts it again when its child has ended, whoever ended it, and repairs
 * what fails in a living one. Gives up when that happens too often. Safe for several threads.
 */
public final class Keeper implements AutoCloseable {
  private final Service service;
  private final Watch watch;
  private final Listener listener;
  private final List<Keeper> needs;
  private final Deaths deaths = new Deaths();
  private final Thread thread;
  private Child child;
  private boolean up;
  private boolean excused;
  private long downs;
  private long downsOfNeeds;
  private volatile RuntimeException failure;

  /** Learns what happens, in order. */
  public interface Listener {
    /** It is being killed by {@link Keeper#kill}. */
    void killed(Child child);

    /** It has ended by itself or by somebody else's doing. */
    void died(Child child);

    /** It lives, but something in it has failed. */
    void ails(String what);

    /** It is started again, or what ails is. */
    void restarting();

    /** It does all its work again, so long after it ended or its ailment was found. */
    void ready(Duration gap);
  }

  /**
   * A keeper that does nothing yet.
   *
   * @param needs those without which this service can neither start nor be blamed for ending
   */
  public Keeper(Service service, Watch watch, Listener listener, List<Keeper> needs) {
    this.service = service;
    this.watch = watch;
    this.listener = listener;
    this.needs = List.copyOf(needs);
    this.thread = new Thread(this::run, "keeper of the " + service.title());
  }

  /** Starts the service for the first time, when no end is forgiven. */
  public synchronized Child start() throws InterruptedException {
    child = service.start(watch);
    return child;
  }

  /** Waits until it does its work for the first time. */
  public void awaitReady() throws InterruptedException {
    service.awaitReady(watch);
  }

  /** From now on it is kept up. */
  public synchronized void keep() {
    watch.release(child);
    markUp();
    thread.start();
  }

  /**
   * Kills its child, which is then started again.
   *
   * @return false if it is not up
   */
  public synchronized boolean kill() {
    if (!up || !child.isAlive()) {
      return false;
    }
    markDown(true);
    listener.killed(child);
    child.kill();
    return true;
  }

  /** Whether it does its work, as far as is known. */
  public synchronized boolean isUp() {
    return up;
  }

  /** Throws what made it give up, if it has. */
  public void complain() {
    if (failure != null) {
      throw failure;
    }
  }

  private void run() {
    try {
      while (true) {
        watch.pause();
        noticeEnd();
        if (isUp()) {
          lookAfter();
        } else {
          revive();
        }
      }
    } catch (InterruptedException e) {
      // The user wants to stop: whoever closes this keeper ends the child too.
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private synchronized void noticeEnd() {
    if (up && !child.isAlive()) {
      markDown(isFaultOfNeeds());
      listener.died(child);
    }
  }

  private void lookAfter() throws InterruptedException {
    Optional<String> ailment = service.ailment();
    if (ailment.isPresent() && child.isAlive()) {
      long begin = System.nanoTime();
      listener.ails(ailment.get());
      if (!isFaultOfNeeds()) {
        deaths.count(ailment.get());
      }
      awaitNeeds();
      listener.restarting();
      if (succeeds(service::cure, watch.apart())) {
        beCured(begin);
      }
    }
  }

  private void revive() throws InterruptedException {
    long begin = System.nanoTime();
    do {
      if (!excused) {
        deaths.count(Watch.obituary(child));
      }
      excused = false;
      awaitNeeds();
      child.close();
      listener.restarting();
    } while (!isReadyAgain());
    recover(begin);
  }

  private boolean isReadyAgain() throws InterruptedException {
    Watch own = watch.apart();
    Child started = service.start(own);
    synchronized (this) {
      child = started;
    }
    boolean ready =
        succeeds(
            under -> {
              service.awaitReady(under);
              return true;
            },
            own);
    if (!ready) {
      listener.died(child);
    }
    return ready;
  }

  private interface Step {
    boolean succeeds(Watch watch) throws InterruptedException;
  }

  /** Takes it under a watch for this child alone; false too if that ended meanwhile. */
  private boolean succeeds(Step step, Watch own) throws InterruptedException {
    own.over(child);
    try {
      return step.succeeds(own);
    } catch (LaunchException e) {
      if (child.isAlive()) {
        throw e;
      }
      return false;
    }
  }

  private void awaitNeeds() throws InterruptedException {
    while (!needs.stream().allMatch(Keeper::isUp)) {
      watch.pause();
    }
  }

  private boolean isFaultOfNeeds() {
    return downs(needs) != downsOfNeeds;
  }

  private synchronized void recover(long begin) {
    markUp();
    listener.ready(Duration.ofNanos(System.nanoTime() - begin));
  }

  private synchronized void beCured(long begin) {
    // It may have been killed just after.
    if (up) {
      recover(begin);
    }
  }

  private void markUp() {
    downsOfNeeds = downs(needs);
    up = true;
  }

  private void markDown(boolean forgiven) {
    up = false;
    downs++;
    excused = forgiven;
  }

  private static long downs(List<Keeper> keepers) {
    return keepers.stream().mapToLong(Keeper::downs).sum();
  }

  private synchronized long downs() {
    return downs;
  }

  /** Starts nothing from now on, and asks the child to stop; returns before that has. */
  public void terminate() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (child != null) {
      child.terminate();
    }
  }

  /** The same, and returns when the child has ended. */
  @Override
  public void close() {
    terminate();
    if (child != null) {
      child.close();
    }
  }
}
