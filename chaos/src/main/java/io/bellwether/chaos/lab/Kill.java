package io.bellwether.chaos.lab;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When a worker is to be killed: while it works, so counted in what it does.
 *
 * @param afterEvents how many events after it became this kill's turn; at least one
 * @param delay after that event, so that kills fall into different moments
 */
public record Kill(int afterEvents, Duration delay) {
  private static final int LONGEST_DELAY_MS = 400;

  /** So many kills, each after {@code least} to {@code most} events. Half of them have no delay. */
  public static List<Kill> seeded(long seed, int kills, int least, int most) {
    Random random = new Random(seed);
    return Stream.generate(
            () ->
                new Kill(
                    least + random.nextInt(most - least + 1),
                    random.nextBoolean()
                        ? Duration.ZERO
                        : Duration.ofMillis(random.nextInt(LONGEST_DELAY_MS))))
        .limit(kills)
        .toList();
  }

  @Override
  public String toString() {
    return afterEvents + " events" + (delay.isZero() ? "" : " and " + delay.toMillis() + " ms");
  }
}
