package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the pipeline as long as it is open, and tells every second. */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  /** About 50 MB; two and a half hours at twenty messages a second. */
  private static final int EVENTS = 200_000;

  private final Snapshots snapshots;
  private final SlackSide slack;
  private final TopicFollower follower;
  private final PartsLook parts;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "console");
            thread.setDaemon(true);
            return thread;
          });

  private Console(
      Wiring wiring, Workspace workspace, InstantSource clock, Consumer<JsonNode> outcomes) {
    Aside aside = new Aside();
    Books books = new Books(new Ledger(EVENTS, wiring.strict()));
    this.slack =
        new SlackSide(
            workspace, new Due(workspace, wiring.channels()), books, wiring.alertTopics(), clock);
    Intake intake = new Intake(wiring, books, aside, outcomes);
    this.follower = new TopicFollower(wiring.bootstrap(), wiring.topics(), intake::take, clock);
    this.parts = new PartsLook(wiring, books, follower);
    List<String> sources = wiring.x().isPresent() ? List.of(EventId.SLACK, EventId.X) : List.of();
    wiring.x().ifPresent(x -> new XSide(x, books, clock));
    this.snapshots = new Snapshots(books, aside, clock, sources);
  }

  /**
   * Begins to measure.
   *
   * @param outcomes is given each record of the outcome topics
   * @param listener is told every second
   */
  public static Console start(
      Wiring wiring,
      Workspace workspace,
      Consumer<JsonNode> outcomes,
      Consumer<Measures.Now> listener) {
    Console console = new Console(wiring, workspace, InstantSource.system(), outcomes);
    console.follower.start();
    console.every(1_000, () -> listener.accept(console.next()));
    console.every(1_000, console::look);
    return console;
  }

  private void every(long millis, Runnable work) {
    // It ends with the threads.
    ScheduledFuture<?> unused =
        threads.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                // The next second is another chance; an exception would end the schedule.
                LOG.warn("The console misses a second", e);
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  private Measures.Now next() {
    return snapshots.next(parts.state(), follower.caughtUp());
  }

  private void look() {
    try {
      parts.look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything, for a page that begins. */
  public Measures.All all() {
    return snapshots.all(parts.state(), follower.caughtUp());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    follower.close();
    parts.close();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
      slack.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot end the workspace's subscription", e);
    }
  }
}
