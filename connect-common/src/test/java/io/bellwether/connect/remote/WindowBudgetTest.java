package io.bellwether.connect.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowBudgetTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private final MovableClock clock = new MovableClock();

  private static int takeAll(Budget budget) {
    int taken = 0;
    while (budget.tryTake()) {
      taken++;
    }
    return taken;
  }

  @Test
  void aWindowAllowsItsLimitAndTheNextOneTheSame() {
    WindowBudget budget = new WindowBudget(clock, 450, WINDOW, 1);
    assertThat(takeAll(budget)).isEqualTo(450);
    assertThat(budget.untilFree()).isEqualTo(WINDOW);
    clock.advance(WINDOW);
    assertThat(takeAll(budget)).isEqualTo(450);
  }

  @Test
  void whatTheServiceTellsCountsMoreThanOurOwnCount() {
    WindowBudget budget = new WindowBudget(clock, 450, WINDOW, 1);
    assertThat(budget.tryTake()).isTrue();
    budget.told(300, 7, Duration.ofMinutes(3));
    assertThat(takeAll(budget)).isEqualTo(7);
    assertThat(budget.untilFree()).isEqualTo(Duration.ofMinutes(3));
    clock.advance(Duration.ofMinutes(3));
    assertThat(takeAll(budget)).as("the limit as told").isEqualTo(300);
  }

  @Test
  void tasksThatKnowNothingOfEachOtherStayWithinTheLimitTogether() {
    List<WindowBudget> tasks =
        IntStream.range(0, 3).mapToObj(n -> new WindowBudget(clock, 450, WINDOW, 3)).toList();
    int spent = 0;
    while (tasks.stream().anyMatch(each -> each.untilFree().isZero())) {
      for (WindowBudget task : tasks) {
        if (task.tryTake()) {
          spent++;
          task.told(450, 450 - spent, WINDOW);
        }
      }
    }
    assertThat(spent).isBetween(440, 450);
  }

  @Test
  void aPauseIsObeyedAndNotShortened() {
    WindowBudget budget = new WindowBudget(clock, 450, WINDOW, 1);
    budget.pauseFor(Duration.ofMinutes(2));
    budget.pauseFor(Duration.ofMinutes(1));
    assertThat(budget.tryTake()).isFalse();
    assertThat(budget.untilFree()).isEqualTo(Duration.ofMinutes(2));
  }
}
