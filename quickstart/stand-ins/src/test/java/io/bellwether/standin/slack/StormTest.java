package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.TickableClock;
import io.bellwether.standin.slack.schedule.Deck;
import io.bellwether.standin.slack.schedule.FaultSchedule;
import io.bellwether.standin.slack.schedule.Misbehaviour;
import io.bellwether.standin.slack.schedule.Misbehaviour.Calls;
import io.bellwether.standin.slack.schedule.Misbehaviour.Connections;
import io.bellwether.standin.slack.schedule.Misbehaviour.Envelopes;
import io.bellwether.standin.slack.schedule.Storm;
import io.bellwether.standin.slack.schedule.TimedFault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Misbehaviour by a plan. */
class StormTest {
  private static final Duration LENGTH = Duration.ofMinutes(5);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private static FaultSchedule schedule(long seed) {
    return FaultSchedule.seeded(
        seed, LENGTH, EVERY, new Deck().calls("conversations.history").sockets());
  }

  @Test
  void aSeedGivesOneScheduleAndAnotherSeedAnother() {
    assertThat(schedule(1)).isEqualTo(schedule(1)).hasToString(schedule(1).toString());
    assertThat(schedule(1)).isNotEqualTo(schedule(2));
  }

  @Test
  void everyKindComesBeforeTheEnd() {
    List<Misbehaviour> dealt = schedule(7).faults().stream().map(TimedFault::what).toList();
    Set<Fault.Kind> calls =
        dealt.stream()
            .filter(Calls.class::isInstance)
            .map(each -> ((Calls) each).fault().kind())
            .collect(Collectors.toSet());
    Set<EnvelopeFault> envelopes =
        dealt.stream()
            .filter(Envelopes.class::isInstance)
            .map(each -> ((Envelopes) each).fault())
            .collect(Collectors.toSet());
    Set<Connections.Ending> connections =
        dealt.stream()
            .filter(Connections.class::isInstance)
            .map(each -> ((Connections) each).ending())
            .collect(Collectors.toSet());

    assertThat(calls).isEqualTo(EnumSet.allOf(Fault.Kind.class));
    assertThat(envelopes).isEqualTo(EnumSet.allOf(EnvelopeFault.class));
    assertThat(connections).isEqualTo(EnumSet.allOf(Connections.Ending.class));
    assertThat(dealt).anyMatch(Misbehaviour.NoHello.class::isInstance);
  }

  @Test
  void theFaultsComeInOrderOfTimeAndWithinTheLength() {
    List<Duration> times = schedule(3).faults().stream().map(TimedFault::at).toList();
    assertThat(times).isSorted().allMatch(at -> at.compareTo(LENGTH) < 0);
    assertThat(times).hasSizeBetween(100, 220);
  }

  @Test
  void eachFaultStrikesAtItsMomentAndTheEndIsGoodBehaviour() {
    TickableClock clock = new TickableClock();
    FaultSchedule schedule =
        new FaultSchedule(
            Duration.ofSeconds(10),
            List.of(
                new TimedFault(
                    Duration.ofSeconds(2), new Calls(1, "auth.test", Fault.serverError(500))),
                new TimedFault(
                    Duration.ofSeconds(4), new Calls(9, "auth.test", Fault.serverError(503)))));
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults())) {
      App app = slack.workspace().app("Bellwether");
      Storm storm = new Storm(schedule, slack, app, clock);

      assertThat(storm.blow()).isEmpty();
      clock.move(Duration.ofSeconds(2));
      assertThat(storm.blow()).containsExactly(schedule.faults().get(0));
      assertThat(slack.faults().forCall("auth.test")).contains(Fault.serverError(500));
      clock.move(Duration.ofSeconds(7));
      assertThat(storm.blow()).containsExactly(schedule.faults().get(1));
      assertThat(slack.faults().forCall("auth.test")).contains(Fault.serverError(503));
      assertThat(storm.isOver()).isFalse();
      clock.move(Duration.ofSeconds(1));
      assertThat(storm.blow()).isEmpty();

      assertThat(storm.isOver()).isTrue();
      assertThat(slack.faults().forCall("auth.test")).isEmpty();
    }
  }

  @Test
  void aFaultThatMeetsNothingPasses() {
    TickableClock clock = new TickableClock();
    FaultSchedule schedule =
        new FaultSchedule(
            Duration.ofMinutes(1),
            List.of(
                new TimedFault(
                    Duration.ofSeconds(1), new Calls(2, "auth.test", Fault.serverError(500))),
                new TimedFault(Duration.ofSeconds(1), new Envelopes(2, EnvelopeFault.DUPLICATE))));
    try (SlackStandIn slack = SlackStandIn.start(Options.defaults())) {
      Storm storm = new Storm(schedule, slack, slack.workspace().app("Bellwether"), clock);
      clock.move(Duration.ofSeconds(1));
      storm.blow();
      assertThat(slack.faults().forCall("auth.test")).isPresent();
      assertThat(slack.faults().forEnvelope()).isPresent();
      clock.move(Duration.ofSeconds(3));
      storm.blow();

      assertThat(slack.faults().forCall("auth.test")).isEmpty();
      assertThat(slack.faults().forEnvelope()).isEmpty();
    }
  }
}
