package io.bellwether.chaos.lab;

import io.bellwether.standin.slack.schedule.Deck;
import io.bellwether.standin.slack.schedule.FaultSchedule;
import io.bellwether.standin.slack.schedule.Storm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Slack's misbehaviour during a run: by a schedule in real time, or, where nothing is to be timed,
 * a seeded share of all calls and envelopes. Closing it ends the misbehaviour.
 */
public final class Weather implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final long LOOK_EVERY_MS = 50;
  private static final double SHARE = 0.15;

  private final SlackPlace place;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "weather");
            thread.setDaemon(true);
            return thread;
          });
  private Future<?> storm = CompletableFuture.completedFuture(null);
  private volatile boolean over;

  private Weather(SlackPlace place) {
    this.place = place;
  }

  /** Begins now. A length of zero stands for the misbehaviour that nothing in is timed. */
  public static Weather begin(
      SlackPlace place, long seed, Duration length, Deck deck, Notes notes) {
    Weather weather = new Weather(place);
    if (length.isZero()) {
      notes.note("%.0f %% of all calls and envelopes go wrong", SHARE * 100);
      deck.scatter(place.slack().faults(), seed, SHARE);
      weather.over = true;
    } else {
      FaultSchedule schedule = FaultSchedule.seeded(seed, length, EVERY, deck);
      notes.note("%d faults are ahead:", schedule.faults().size());
      notes.show(schedule.toString());
      weather.let(new Storm(schedule, place.slack(), place.app(), InstantSource.system()), notes);
    }
    return weather;
  }

  private void let(Storm blowing, Notes notes) {
    storm =
        clock.scheduleWithFixedDelay(
            () -> {
              blowing.blow().forEach(fault -> notes.note("%s", fault));
              over = blowing.isOver();
            },
            0,
            LOOK_EVERY_MS,
            TimeUnit.MILLISECONDS);
  }

  /** Whether nothing is ahead any more. */
  public boolean isOver() {
    if (!over && storm.isDone()) {
      throw new IllegalStateException("The storm has broken off");
    }
    return over;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    place.slack().faults().clear();
  }
}
