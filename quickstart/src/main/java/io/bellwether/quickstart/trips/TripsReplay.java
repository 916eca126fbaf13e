package io.bellwether.quickstart.trips;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.replay.EventTime;
import io.bellwether.quickstart.replay.Position;
import io.bellwether.quickstart.replay.ProgressFile;
import io.bellwether.quickstart.replay.Replay;
import io.bellwether.quickstart.replay.ReplayKafka;
import io.bellwether.quickstart.replay.Saving;
import io.bellwether.quickstart.rows.Stopped;
import io.bellwether.quickstart.stack.TripTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays trips into the topic {@code trips} while the demo runs: those of files, or made-up ones,
 * one file after the other. A restart goes on where it stopped.
 */
public final class TripsReplay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TripsReplay.class);

  private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> TIME = List.of("StartDate", "StartTime");
  private static final String KEY = "BikeID";
  private static final EventTime FORMAT = EventTime.of("M/d/yyyy H:mm", MadeUpTrips.ZONE);

  private final Path state;
  private final List<Stage> stages;
  private final Stopped time = new Stopped();
  private Thread thread;

  /**
   * What the user chose.
   *
   * @param files in the columns of BIKETOWN, of any year; without any trips are made up
   * @param speed how many times as fast as they happened; infinity for as fast as possible
   */
  public record Choice(List<Path> files, double speed) {
    /** An hour passes in a second. */
    public static final double USUAL_SPEED = 3_600;
  }

  private record Stage(Path file, double speed) {
    private Replay.Plan from(Position begin) {
      return new Replay.Plan(List.of(file), TripTopics.TRIPS, TIME, KEY, FORMAT, speed, begin);
    }
  }

  private TripsReplay(Path state, List<Stage> stages) {
    this.state = state;
    this.stages = stages;
  }

  /**
   * Looks at the files; sends nothing yet.
   *
   * @param state folder that keeps how far it has come, and what is made up
   * @throws LaunchException if a file is missing or has other columns
   */
  public static TripsReplay of(Path state, Choice choice) {
    List<Stage> stages = new ArrayList<>();
    if (choice.files().isEmpty()) {
      List<Path> made = TripFiles.in(state.resolve("trips"));
      stages.add(new Stage(made.get(0), Double.POSITIVE_INFINITY));
      stages.add(new Stage(made.get(1), choice.speed()));
    }
    choice.files().forEach(file -> stages.add(new Stage(file, choice.speed())));
    stages.forEach(stage -> stage.from(Position.START).check());
    return new TripsReplay(state, List.copyOf(stages));
  }

  /** From now on trips happen, as soon as the broker answers. */
  public void open(String bootstrap) {
    thread = new Thread(() -> run(bootstrap), "trips");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String bootstrap) {
    try {
      awaitTopic(bootstrap);
      for (Stage stage : stages) {
        if (time.stopped()) {
          return;
        }
        replay(stage, bootstrap);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTopic(String bootstrap) throws InterruptedException {
    boolean there = false;
    while (!there && !time.stoppedWithin(AGAIN_NANOS)) {
      try {
        ReplayKafka.prepare(bootstrap, TripTopics.TRIPS).ifPresent(LOG::warn);
        there = true;
      } catch (LaunchException notYet) {
        LOG.info("Trips wait for the broker: {}", notYet.getMessage());
      }
    }
  }

  private void replay(Stage stage, String bootstrap) throws InterruptedException {
    try {
      ProgressFile progress =
          new ProgressFile(state, List.of(stage.file), TripTopics.TRIPS, "demo");
      Replay.Plan plan = stage.from(progress.read());
      Producer<byte[], byte[]> producer = ReplayKafka.producer(bootstrap);
      Replay replay = new Replay(plan, producer, new LogMeter(), time);
      try (Saving saving = Saving.regularly(() -> progress.write(replay.position()))) {
        replay.run();
      } finally {
        producer.close(PATIENCE);
        progress.write(replay.position());
        LOG.info("{}: {}", stage.file, replay.counts());
      }
    } catch (LaunchException e) {
      // The other files are no worse for it.
      LOG.error("The replay of {} ends early", stage.file, e);
    }
  }

  @Override
  public void close() {
    time.now();
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
