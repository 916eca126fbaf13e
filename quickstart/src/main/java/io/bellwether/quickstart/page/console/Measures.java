package io.bellwether.quickstart.page.console;

import java.util.List;

/** What the page is told about the pipeline, as JSON. */
public final class Measures {
  private Measures() {}

  /**
   * The present state, sent every second.
   *
   * @param at milliseconds since the epoch
   * @param caughtUp whether the topics have been read up to the present
   * @param edges the arrows of the picture, in their order; those of X behind the others
   * @param sources what each source has brought; empty where there is but one
   * @param spark Spark's latest batch
   * @param latency of all alerts
   * @param recent of the alerts of the last half minute
   * @param scores how many events in each bar of the histogram: negative, neutral, positive
   * @param aside what was put aside, null where nothing new was
   * @param buckets those that have changed
   * @param step length of a bucket, seconds
   */
  public record Now(
      long at,
      boolean caughtUp,
      Sums ledger,
      List<Arrow> edges,
      List<Source> sources,
      boolean connectAnswers,
      List<ConnectLook.Task> tasks,
      Spark spark,
      Latencies.Percentiles latency,
      Latencies.Percentiles recent,
      List<List<Long>> scores,
      Aside.Latest aside,
      int step,
      List<Bucket> buckets) {}

  /**
   * What one source has brought, in distinct events.
   *
   * @param id {@code slack} or {@code x}
   * @param waiting said, and not in {@code feedback}
   * @param latency of all its alerts
   */
  public record Source(
      String id,
      long said,
      long waiting,
      long scored,
      long negative,
      long positive,
      long posted,
      Latencies.Percentiles latency) {}

  /**
   * An arrow of the picture.
   *
   * @param rate events a second, over the last ten seconds
   * @param waiting how many wait at its beginning
   * @param oldest how long the oldest of them has waited, milliseconds; -1 where none waits
   */
  public record Arrow(double rate, long waiting, long oldest) {}

  /**
   * Spark's latest batch.
   *
   * @param batch how long it took, milliseconds, -1 where that is not known
   * @param age how long ago it was committed, milliseconds, -1 where there was none
   */
  public record Spark(long batch, long age) {}

  /** Everything, for a page that begins. */
  public record All(Now now, List<Bucket> buckets) {}
}
