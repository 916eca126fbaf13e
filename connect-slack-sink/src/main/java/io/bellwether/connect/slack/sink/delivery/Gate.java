package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the poster through for one message at a time, and can be shut by the task. Between the
 * moment the task tells Connect what is delivered and the moment its partitions are revoked nothing
 * may be posted: it would be posted again by the next owner.
 */
final class Gate {
  /** After this a shut gate opens by itself, so that nothing can leave it shut. */
  static final Duration LONGEST_SHUT = Duration.ofSeconds(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private boolean inside;
  private boolean shut;
  private long shutAt;

  /** Whether the poster may go on; if so, it must {@link #leave()}. */
  boolean enter() {
    lock.lock();
    try {
      if (shut && System.nanoTime() - shutAt < LONGEST_SHUT.toNanos()) {
        return false;
      }
      shut = false;
      inside = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The message that the poster entered with has its outcome. */
  void leave() {
    lock.lock();
    try {
      inside = false;
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in from now on. */
  void shut() {
    lock.lock();
    try {
      shut = true;
      shutAt = System.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  /** Gives a message under way the chance to get its outcome. */
  void awaitEmpty(Duration atMost) {
    lock.lock();
    try {
      long nanos = TimeUnit.NANOSECONDS.convert(atMost);
      while (inside && nanos > 0) {
        nanos = left.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the poster in again; true if it was shut. */
  boolean open() {
    lock.lock();
    try {
      boolean was = shut;
      shut = false;
      return was;
    } finally {
      lock.unlock();
    }
  }
}
