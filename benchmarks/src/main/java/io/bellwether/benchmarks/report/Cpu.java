package io.bellwether.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time used so far, in the kernel's ticks.
 *
 * @param total that there was, of all cores
 * @param busy of it, by everybody
 * @param own of it, by this process and its children that have ended
 */
record Cpu(long total, long busy, long own) {
  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISK = 4;

  /** In /proc/stat, guests' time is part of the user's already. */
  private static final int COUNTED = 8;

  /** In /proc/self/stat after the name: user, system, and both of children that have ended. */
  private static final int FIRST_OWN = 11;

  private static final int OWN = 4;

  /** Only Linux tells. */
  static Optional<Cpu> now() {
    try {
      String everybody = Files.readAllLines(Path.of("/proc/stat")).get(0);
      long[] ticks = numbers(everybody.replaceFirst("cpu +", ""), 0, COUNTED);
      long total = sum(ticks);
      String self = Files.readString(Path.of("/proc/self/stat"));
      long own = sum(numbers(self.substring(self.lastIndexOf(')') + 2), FIRST_OWN, OWN));
      return Optional.of(new Cpu(total, total - ticks[IDLE] - ticks[WAITING_FOR_DISK], own));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Of all processor time since then, the share that others used; 0 to 1. */
  double othersSince(Cpu before) {
    double others = (busy - before.busy) - (own - before.own);
    return Math.max(0, others / Math.max(1, total - before.total));
  }

  private static long[] numbers(String text, int from, int count) {
    return Stream.of(text.trim().split(" "))
        .skip(from)
        .limit(count)
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private static long sum(long[] ticks) {
    long sum = 0;
    for (long each : ticks) {
      sum += each;
    }
    return sum;
  }
}
