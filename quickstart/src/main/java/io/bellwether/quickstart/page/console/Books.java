package io.bellwether.quickstart.page.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Enters what happens into everything that is kept: ledger, timeline, latencies, histogram, rates.
 * A {@code now} of 0 means that it is history: it counts, but is no part of the present rates.
 */
final class Books {
  /** Of the score histogram, each 0.05 wide. */
  private static final int BARS = 20;

  private static final int WINDOW_PARTS = 15;

  /** The arrows of the picture. */
  enum Edge {
    SLACK_SOURCE,
    SOURCE_FEEDBACK,
    FEEDBACK_SPARK,
    SPARK_OUTCOMES,
    OUTCOMES_SINK,
    SINK_SLACK,
    X_SOURCE,
    X_FEEDBACK
  }

  private static final Map<String, Bucket.Column> COLUMNS =
      Map.of(
          "negative", Bucket.Column.NEGATIVE,
          "positive", Bucket.Column.POSITIVE,
          "unscored", Bucket.Column.UNSCORED);

  private static final List<Bucket.Column> SCORED =
      List.of(Bucket.Column.NEGATIVE, Bucket.Column.NEUTRAL, Bucket.Column.POSITIVE);

  final Ledger ledger;
  final Timeline timeline = new Timeline();
  final Latencies latencies = new Latencies(WINDOW_PARTS);
  private final Map<String, Latencies> bySource = new HashMap<>();
  private final Map<Edge, Flow> flows = new EnumMap<>(Edge.class);
  private final Map<Bucket.Column, long[]> scores = new EnumMap<>(Bucket.Column.class);
  private long latencyBucket;

  Books(Ledger ledger) {
    this.ledger = ledger;
    for (Edge edge : Edge.values()) {
      flows.put(edge, new Flow());
    }
    SCORED.forEach(column -> scores.put(column, new long[BARS]));
    scores.put(Bucket.Column.UNSCORED, new long[BARS]);
  }

  void said(EventId id, long at, long now) {
    ledger.said(id);
    timeline.count(at, Bucket.Column.SAID);
    flow(id.source().equals(EventId.X) ? Edge.X_SOURCE : Edge.SLACK_SOURCE, now);
  }

  void unsaid(EventId id) {
    ledger.unsaid(id);
  }

  void read(String id, Place place, long now) {
    ledger.read(id, place);
    flow(EventId.source(id).equals(EventId.X) ? Edge.X_FEEDBACK : Edge.SOURCE_FEEDBACK, now);
  }

  /** A record of an outcome topic; {@code score} is NaN where it has none. */
  void scored(
      String id, String outcome, double score, boolean alert, Place place, long at, long now) {
    flow(Edge.SPARK_OUTCOMES, now);
    if (alert) {
      flow(Edge.OUTCOMES_SINK, now);
    }
    if (ledger.scored(id, outcome, alert, place)) {
      flow(Edge.FEEDBACK_SPARK, now);
      Bucket.Column column = COLUMNS.getOrDefault(outcome, Bucket.Column.NEUTRAL);
      timeline.count(at, column);
      enter(score, column);
    }
  }

  void posted(String id, String channel, long at, long now) {
    flow(Edge.SINK_SLACK, now);
    if (ledger.posted(id, channel)) {
      timeline.count(at, Bucket.Column.POSTED);
      EventId.saidAt(id).ifPresent(said -> latency(id, at, at - said));
    }
  }

  void dead(String id) {
    ledger.dead(id);
  }

  private synchronized void latency(String id, long at, long millis) {
    moveWindow(at);
    latencies.record(millis);
    latenciesOf(EventId.source(id)).record(millis);
    Latencies.Percentiles window = latencies.ofWindow();
    timeline.set(at, Bucket.Column.P50, window.p50());
    timeline.set(at, Bucket.Column.P95, window.p95());
    timeline.set(at, Bucket.Column.P99, window.p99());
  }

  /** What one source has brought. */
  synchronized Measures.Source of(String source) {
    return ledger.of(source, latenciesOf(source).ofAll());
  }

  private Latencies latenciesOf(String source) {
    return bySource.computeIfAbsent(source, any -> new Latencies(1));
  }

  /** Moves the window on, a part for each bucket that has begun. */
  private void moveWindow(long at) {
    long bucket = Math.floorDiv(at, Timeline.STEP * 1_000L);
    long begun = bucket - latencyBucket;
    for (long i = 0; i < Math.min(begun, WINDOW_PARTS); i++) {
      latencies.nextPart();
    }
    latencyBucket = Math.max(bucket, latencyBucket);
  }

  private synchronized void enter(double score, Bucket.Column column) {
    if (!Double.isNaN(score)) {
      scores.get(column)[Math.min(BARS - 1, Math.max(0, (int) (score * BARS)))]++;
    }
  }

  /** How many scored events in each bar: negative, neutral, positive. */
  synchronized List<List<Long>> scores() {
    return SCORED.stream().map(each -> Arrays.stream(scores.get(each)).boxed().toList()).toList();
  }

  double perSecond(Edge edge, long now) {
    return flows.get(edge).perSecond(now);
  }

  private void flow(Edge edge, long now) {
    if (now > 0) {
      flows.get(edge).add(now);
    }
  }
}
