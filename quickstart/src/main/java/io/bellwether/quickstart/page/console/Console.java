package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
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

  /** More changes than these and a page does better to ask for everything. */
  private static final int MOST_BUCKETS = 30;

  private final InstantSource clock;
  private final Books books;
  private final Aside aside = new Aside();
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

  private long toldAside;

  private Console(
      Wiring wiring, Workspace workspace, InstantSource clock, Consumer<JsonNode> outcomes) {
    this.clock = clock;
    this.books = new Books(new Ledger(EVENTS, wiring.strict()));
    this.slack = new SlackSide(workspace, new Due(workspace, wiring.channels()), books, clock);
    Intake intake = new Intake(wiring, books, aside, outcomes);
    this.follower = new TopicFollower(wiring.bootstrap(), wiring.topics(), intake::take, clock);
    this.parts = new PartsLook(wiring, books, follower);
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
    console.every(1_000, () -> listener.accept(console.tick()));
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

  private void look() {
    try {
      parts.look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything, for a page that begins. */
  public Measures.All all() {
    return new Measures.All(now(List.of(), aside.latest()), books.timeline.all());
  }

  private Measures.Now tick() {
    Sums sums = books.ledger.sums();
    long at = clock.millis();
    if (follower.caughtUp()) {
      books.timeline.most(at, Bucket.Column.WAITING_SOURCE, sums.waitingForSource());
      books.timeline.most(at, Bucket.Column.WAITING_SPARK, sums.waitingForSpark());
      books.timeline.most(at, Bucket.Column.WAITING_SINK, sums.waitingForSink());
    }
    Aside.Latest latest = aside.latest();
    boolean news = latest.version() != toldAside;
    toldAside = latest.version();
    return now(books.timeline.changes(MOST_BUCKETS), news ? latest : null);
  }

  private Measures.Now now(List<Bucket> buckets, Aside.Latest putAside) {
    long at = clock.millis();
    Sums sums = books.ledger.sums();
    PartsLook.State state = parts.state();
    return new Measures.Now(
        at,
        follower.caughtUp(),
        sums,
        arrows(at, sums),
        state.connectAnswers(),
        state.tasks(),
        new Measures.Spark(
            state.batchMillis(), state.batchAt() < 0 ? -1 : Math.max(0, at - state.batchAt())),
        books.latencies.ofAll(),
        books.latencies.ofWindow(),
        books.scores(),
        putAside,
        Timeline.STEP,
        buckets);
  }

  private List<Measures.Arrow> arrows(long at, Sums sums) {
    Ledger ledger = books.ledger;
    return List.of(
        arrow(Books.Edge.SLACK_SOURCE, at, sums.waitingForSource(), ledger.oldestForSource()),
        arrow(Books.Edge.SOURCE_FEEDBACK, at, 0, OptionalLong.empty()),
        arrow(Books.Edge.FEEDBACK_SPARK, at, sums.waitingForSpark(), ledger.oldestForSpark()),
        arrow(Books.Edge.SPARK_OUTCOMES, at, 0, OptionalLong.empty()),
        arrow(Books.Edge.OUTCOMES_SINK, at, sums.waitingForSink(), ledger.oldestForSink()),
        arrow(Books.Edge.SINK_SLACK, at, 0, OptionalLong.empty()));
  }

  private Measures.Arrow arrow(Books.Edge edge, long at, long waiting, OptionalLong oldest) {
    long age = oldest.isPresent() ? Math.max(0, at - oldest.getAsLong()) : -1;
    return new Measures.Arrow(books.perSecond(edge, at), waiting, age);
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
