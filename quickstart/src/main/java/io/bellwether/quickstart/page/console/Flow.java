package io.bellwether.quickstart.page.console;

import java.util.Arrays;

/** How many a second, over the last ten whole seconds. Safe for several threads. */
final class Flow {
  private static final int SECONDS = 10;

  private final long[] counts = new long[SECONDS + 1];
  private long newest;

  synchronized void add(long nowMillis) {
    roll(nowMillis / 1_000);
    counts[slot(newest)]++;
  }

  synchronized double perSecond(long nowMillis) {
    roll(nowMillis / 1_000);
    long all = Arrays.stream(counts).sum() - counts[slot(newest)];
    return (double) all / SECONDS;
  }

  private void roll(long second) {
    for (long next = Math.max(newest + 1, second - SECONDS); next <= second; next++) {
      counts[slot(next)] = 0;
    }
    newest = Math.max(newest, second);
  }

  private int slot(long second) {
    return (int) (second % counts.length);
  }
}
