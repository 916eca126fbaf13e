package io.bellwether.quickstart.page.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a pipeline tells that has been busy for five minutes. */
public final class SampleMeasures {
  private SampleMeasures() {}

  /** Everything, for a page that begins. */
  public static Measures.All all() {
    return new Measures.All(now(1_677, new Sums.Lost(0, 0, 0), List.of()), buckets());
  }

  /** The same of a demo that runs with X. */
  public static Measures.All withX() {
    Measures.Now now = now(1_677, new Sums.Lost(0, 0, 0), List.of());
    Latencies.Percentiles latency = new Latencies.Percentiles(250, 900, 1_800, 2_400);
    return new Measures.All(
        new Measures.Now(
            now.at(),
            now.caughtUp(),
            now.ledger(),
            Collections.nCopies(8, new Measures.Arrow(19.8, 15, 2_500)),
            List.of(
                new Measures.Source("slack", 1_200, 5, 1_190, 119, 60, 170, latency),
                new Measures.Source("x", 477, 15, 460, 230, 46, 270, latency)),
            true,
            List.of(
                new ConnectLook.Task("slack-source", 0, "RUNNING", ""),
                new ConnectLook.Task("twitter-source", 0, "FAILED", "no credits"),
                new ConnectLook.Task("slack-sink", 0, "RUNNING", "")),
            now.spark(),
            now.latency(),
            now.recent(),
            now.scores(),
            now.aside(),
            now.step(),
            now.buckets()),
        buckets());
  }

  /** One message and one dead letter later. */
  public static Measures.Now later() {
    return now(
        1_678,
        new Sums.Lost(0, 0, 0),
        List.of(new Aside.Item(1, "dead-letters", "x:1", "channel_not_found", "down")));
  }

  /** An event that Spark has passed over. */
  public static Measures.Now withLoss() {
    return now(1_677, new Sums.Lost(0, 1, 0), List.of());
  }

  private static Measures.Now now(long said, Sums.Lost lost, List<Aside.Item> aside) {
    Sums sums =
        new Sums(
            said,
            1_650,
            7,
            15,
            said - 1_672,
            520,
            500,
            18,
            2,
            lost,
            new Sums.Doubled(0, 0),
            12,
            0,
            lost.all() > 0 ? List.of("x:1") : List.of());
    return new Measures.Now(
        System.currentTimeMillis(),
        true,
        sums,
        Collections.nCopies(6, new Measures.Arrow(19.8, 15, 2_500)),
        List.of(),
        true,
        List.of(
            new ConnectLook.Task("slack-source", 0, "RUNNING", ""),
            new ConnectLook.Task("slack-sink", 0, "RUNNING", "")),
        new Measures.Spark(240, 1_000),
        new Latencies.Percentiles(500, 900, 1_800, 2_400),
        new Latencies.Percentiles(60, 900, 1_800, 2_400),
        List.of(
            Collections.nCopies(20, 12L),
            Collections.nCopies(20, 30L),
            Collections.nCopies(20, 9L)),
        new Aside.Latest(aside.size(), aside),
        Timeline.STEP,
        List.of());
  }

  private static List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    long end = System.currentTimeMillis() / 1_000 / Timeline.STEP * Timeline.STEP;
    for (long at = end - 300; at <= end; at += Timeline.STEP) {
      Bucket bucket = new Bucket(at);
      for (Bucket.Column column : Bucket.Column.values()) {
        bucket.set(column, 20 + (at / 10 + column.name().length()) % 17);
      }
      buckets.add(bucket);
    }
    return buckets;
  }
}
