package io.bellwether.chaos.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sink is given. */
class AlertsTest {
  private static final List<String> TOPICS = List.of("a", "b", "c");

  private static SinkPlan plan(boolean burst) {
    return new SinkPlan(5, Duration.ZERO, 4, 300, 30, burst);
  }

  private static List<Alerts.Alert> all(SinkPlan plan) {
    Alerts alerts = new Alerts(plan, TOPICS, Instant.EPOCH);
    List<Alerts.Alert> all = new ArrayList<>();
    for (int wave = 0; wave < plan.waves(); wave++) {
      all.addAll(alerts.wave(wave, plan.waves()));
    }
    return all;
  }

  @Test
  void theWavesTogetherAreAllAlertsAndTheRepeatedOnesTwice() {
    List<Alerts.Alert> all = all(plan(false));
    assertThat(all).hasSize(330).isEqualTo(all(plan(true)));
    assertThat(all.stream().distinct()).hasSize(300);
    assertThat(all).allMatch(alert -> Collections.frequency(all, alert) <= 2);
    assertThat(all.stream().map(Alerts.Alert::topic).distinct()).containsExactlyElementsOf(TOPICS);
  }

  @Test
  void eachAlertIsTheOnlyOneOfItsIdAndItsMark() {
    List<Alerts.Alert> distinct = new Alerts(plan(false), TOPICS, Instant.EPOCH).distinct();
    assertThat(distinct.stream().map(Alerts.Alert::eventId)).doesNotHaveDuplicates();
    assertThat(distinct).allMatch(alert -> alert.text().startsWith(alert.mark()));
  }
}
