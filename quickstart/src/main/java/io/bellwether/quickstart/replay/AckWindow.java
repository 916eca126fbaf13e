package io.bellwether.quickstart.replay;

import java.util.BitSet;
import java.util.Optional;

/**
 * What is under way to the broker, in the order it was sent: acknowledgements of several partitions
 * come in any order, and a replay has come only as far as nothing before is missing. Safe for the
 * sending and the acknowledging thread; its size does not grow.
 */
final class AckWindow {
  private static final int CAPACITY = 1 << 17;

  private final int[] files = new int[CAPACITY];
  private final long[] lines = new long[CAPACITY];
  private final BitSet done = new BitSet(CAPACITY);
  private Position acknowledged;
  private Exception failure;
  private long begin;
  private long end;

  AckWindow(Position begin) {
    this.acknowledged = begin;
  }

  /**
   * A row is about to be sent. Waits while too many are under way.
   *
   * @return its number, by which it is settled
   */
  synchronized long add(Position row) throws InterruptedException {
    while (end - begin == CAPACITY && failure == null) {
      wait();
    }
    int slot = (int) (end % CAPACITY);
    files[slot] = row.file();
    lines[slot] = row.line();
    done.clear(slot);
    return end++;
  }

  /** The row needs nothing more. */
  synchronized void settle(long number) {
    done.set((int) (number % CAPACITY));
    int last = -1;
    while (begin < end && done.get((int) (begin % CAPACITY))) {
      last = (int) (begin % CAPACITY);
      begin++;
    }
    if (last >= 0) {
      acknowledged = new Position(files[last], lines[last]);
      notifyAll();
    }
  }

  /** A row was not taken; those after it may have been. */
  synchronized void fail(Exception reason) {
    if (failure == null) {
      failure = reason;
      notifyAll();
    }
  }

  synchronized Optional<Exception> failure() {
    return Optional.ofNullable(failure);
  }

  /** The last row before which nothing is missing. */
  synchronized Position acknowledged() {
    return acknowledged;
  }
}
