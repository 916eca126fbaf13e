package io.bellwether.analyzer.trips.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventClockTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private final EventClock clock = new EventClock();

  @Test
  void itWaitsForThePartitionThatIsFarthestBehind() {
    clock.seen(0, 10 * HOUR);
    clock.seen(1, 4 * HOUR);
    assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(4 * HOUR);
    clock.seen(1, 11 * HOUR);
    assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(10 * HOUR);
  }

  @Test
  void itLeavesTimeForWhatIsOutOfOrderAndNeverGoesBack() {
    clock.seen(0, 10 * HOUR);
    assertThat(clock.advance(Duration.ofHours(3))).isEqualTo(7 * HOUR);
    clock.seen(0, 9 * HOUR);
    assertThat(clock.advance(Duration.ofHours(5))).isEqualTo(7 * HOUR);
  }

  @Test
  void aPartitionThatIsSilentForADayIsNotWaitedFor() {
    clock.seen(1, HOUR);
    clock.seen(0, 26 * HOUR);
    assertThat(clock.advance(Duration.ZERO)).isEqualTo(26 * HOUR);
  }
}
