package io.bellwether.standin.slack.schedule;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A schedule that runs on a stand-in. It moves only when somebody looks at the clock for it, by
 * {@link #blow}; at the schedule's end the stand-in behaves well again. Not for several threads.
 */
public final class Storm {
  /**
   * How long a fault waits for its occasion. Without an end they would pile up before a client that
   * asks seldom, and nothing at all would go well for it any more.
   */
  private static final Duration LASTS = Duration.ofSeconds(3);

  private final SlackStandIn slack;
  private final App app;
  private final InstantSource clock;
  private final Instant end;
  private final Deque<TimedFault> ahead;
  private final Deque<TimedFault> raging = new ArrayDeque<>();
  private final Instant begin;
  private boolean over;

  /** Begins now. */
  public Storm(FaultSchedule schedule, SlackStandIn slack, App app, InstantSource clock) {
    this.slack = slack;
    this.app = app;
    this.clock = clock;
    this.begin = clock.instant();
    this.end = begin.plus(schedule.length());
    this.ahead = new ArrayDeque<>(schedule.faults());
  }

  /** Does what has become due, and returns it. */
  public List<TimedFault> blow() {
    Instant now = clock.instant();
    while (!raging.isEmpty() && !begin.plus(raging.peek().at()).plus(LASTS).isAfter(now)) {
      raging.remove().what().pass(slack);
    }
    List<TimedFault> done = new ArrayList<>();
    while (!ahead.isEmpty() && !begin.plus(ahead.peek().at()).isAfter(now)) {
      TimedFault due = ahead.remove();
      due.what().befall(slack, app);
      raging.add(due);
      done.add(due);
    }
    if (!over && !now.isBefore(end)) {
      over = true;
      slack.faults().clear();
    }
    return done;
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return over;
  }
}
