package io.bellwether.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final int PER_SECOND = 1_000;
  private static final long MILLI = 1_000;

  private final SteadyClock clock = new SteadyClock();

  @Test
  void nothingIsDoneBeforeItsTime() throws InterruptedException {
    List<Long> early = new ArrayList<>();
    new Schedule(clock, PER_SECOND).run(50, (n, due) -> early.add(due - clock.micros()));
    assertThat(early).hasSize(50).allMatch(micros -> micros <= 0);
  }

  @Test
  void whatIsLateDoesNotMoveWhatFollows() throws InterruptedException {
    List<Long> dues = new ArrayList<>();
    new Schedule(clock, PER_SECOND)
        .run(
            4,
            (n, due) -> {
              dues.add(due);
              if (n == 0) {
                while (clock.micros() < due + 20 * MILLI) {
                  Thread.onSpinWait();
                }
              }
            });
    long begin = dues.get(0);
    assertThat(dues).containsExactly(begin, begin + MILLI, begin + 2 * MILLI, begin + 3 * MILLI);
  }
}
