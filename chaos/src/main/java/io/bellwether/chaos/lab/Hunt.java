package io.bellwether.chaos.lab;

import io.bellwether.chaos.check.Topic;
import java.time.Duration;
import java.util.List;

/** The part of a run in which things happen while a worker is killed, counted by its records. */
public final class Hunt {
  /** How far what happens is ahead of the reader in a run without times. */
  private static final int AHEAD = 10;

  private final Lab<?> lab;
  private final Notes notes;
  private final Duration length;
  private final Duration patience;

  /**
   * @param length over two thirds of which things happen, so that the rest sees bad weather too;
   *     zero for a run that nothing in is timed
   * @param patience after that
   */
  public Hunt(Lab<?> lab, Notes notes, Duration length, Duration patience) {
    this.lab = lab;
    this.notes = notes;
    this.length = length;
    this.patience = patience;
  }

  /** What happens meanwhile, step by step. */
  public interface Steps {
    /** How many there are. */
    int all();

    /** How many have been taken. */
    int taken();

    /** Takes the next one. */
    void next();

    /** How many records a step brings, about. */
    default int recordsEach() {
      return 1;
    }

    /** Nothing happens. */
    static Steps none() {
      return new Steps() {
        @Override
        public int all() {
          return 0;
        }

        @Override
        public int taken() {
          return 0;
        }

        @Override
        public void next() {
          throw new IllegalStateException("There is no step");
        }
      };
    }
  }

  /**
   * Tells the reaper of each record that shows up, until every step is taken and every kill done.
   */
  public void run(Worker worker, List<Kill> kills, Topic uncommitted, Steps steps)
      throws InterruptedException {
    Duration begin = notes.elapsed();
    try (Reaper reaper = new Reaper(worker, kills, notes)) {
      while (steps.taken() < steps.all() || reaper.recovered() < kills.size()) {
        Duration passed = notes.elapsed().minus(begin);
        while (steps.taken() < steps.all() && isDue(passed, steps, reaper)) {
          steps.next();
        }
        for (int records = uncommitted.poll(); records > 0; records--) {
          reaper.happened();
        }
        if (passed.compareTo(length.plus(patience)) > 0) {
          lab.violated("only " + reaper.recovered() + " of " + kills.size() + " kills in time");
          return;
        }
      }
    }
  }

  /** Untimed, steps wait for the reader, so that it dies at work, and go on while it is dead. */
  private boolean isDue(Duration passed, Steps steps, Reaper reaper) {
    Duration time = length.multipliedBy(2).dividedBy(3);
    return length.isZero()
        ? reaper.isAtWork() || steps.taken() < reaper.events() / steps.recordsEach() + AHEAD
        : passed.compareTo(time.multipliedBy(steps.taken()).dividedBy(steps.all())) >= 0;
  }
}
