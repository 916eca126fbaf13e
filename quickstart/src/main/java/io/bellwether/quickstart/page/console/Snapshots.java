package io.bellwether.quickstart.page.console;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Sums up the books for the page. */
final class Snapshots {
  /** A page that needs more than these asks for everything. */
  private static final int MOST_BUCKETS = 30;

  private final Books books;
  private final Aside aside;
  private final InstantSource clock;
  private final List<String> sources;
  private long toldAside;

  /**
   * @param sources which of them to tell apart; none where there is but one
   */
  Snapshots(Books books, Aside aside, InstantSource clock, List<String> sources) {
    this.sources = List.copyOf(sources);
    this.books = books;
    this.aside = aside;
    this.clock = clock;
  }

  /** Everything, for a page that begins. */
  Measures.All all(PartsLook.State state, boolean caughtUp) {
    return new Measures.All(now(state, caughtUp, List.of(), aside.latest()), books.timeline.all());
  }

  /** The present, and what has changed since the last call. */
  Measures.Now next(PartsLook.State state, boolean caughtUp) {
    if (caughtUp) {
      Sums sums = books.ledger.sums();
      long at = clock.millis();
      books.timeline.most(at, Bucket.Column.WAITING_SOURCE, sums.waitingForSource());
      books.timeline.most(at, Bucket.Column.WAITING_SPARK, sums.waitingForSpark());
      books.timeline.most(at, Bucket.Column.WAITING_SINK, sums.waitingForSink());
    }
    Aside.Latest latest = aside.latest();
    boolean news = latest.version() != toldAside;
    toldAside = latest.version();
    return now(state, caughtUp, books.timeline.changes(MOST_BUCKETS), news ? latest : null);
  }

  private Measures.Now now(
      PartsLook.State state, boolean caughtUp, List<Bucket> buckets, Aside.Latest putAside) {
    long at = clock.millis();
    Sums sums = books.ledger.sums();
    return new Measures.Now(
        at,
        caughtUp,
        sums,
        arrows(at, sums),
        sources.stream().map(books::of).toList(),
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
    List<Measures.Arrow> arrows = new ArrayList<>();
    arrows.add(fromOutside(Books.Edge.SLACK_SOURCE, at, EventId.SLACK));
    arrows.add(arrow(Books.Edge.SOURCE_FEEDBACK, at, 0, OptionalLong.empty()));
    arrows.add(
        arrow(Books.Edge.FEEDBACK_SPARK, at, sums.waitingForSpark(), ledger.oldestForSpark()));
    arrows.add(arrow(Books.Edge.SPARK_OUTCOMES, at, 0, OptionalLong.empty()));
    arrows.add(arrow(Books.Edge.OUTCOMES_SINK, at, sums.waitingForSink(), ledger.oldestForSink()));
    arrows.add(arrow(Books.Edge.SINK_SLACK, at, 0, OptionalLong.empty()));
    if (sources.contains(EventId.X)) {
      arrows.add(fromOutside(Books.Edge.X_SOURCE, at, EventId.X));
      arrows.add(arrow(Books.Edge.X_FEEDBACK, at, 0, OptionalLong.empty()));
    }
    return arrows;
  }

  private Measures.Arrow fromOutside(Books.Edge edge, long at, String source) {
    return arrow(edge, at, books.ledger.waitingFor(source), books.ledger.oldestFor(source));
  }

  private Measures.Arrow arrow(Books.Edge edge, long at, long waiting, OptionalLong oldest) {
    long age = oldest.isPresent() ? Math.max(0, at - oldest.getAsLong()) : -1;
    return new Measures.Arrow(books.perSecond(edge, at), waiting, age);
  }
}
