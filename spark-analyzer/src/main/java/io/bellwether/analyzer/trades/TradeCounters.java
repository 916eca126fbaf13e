package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.metrics.JobMetrics;
import io.bellwether.analyzer.trades.watch.Counts;
import java.io.Serializable;
import java.time.Duration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.util.LongAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the trades were like, over all markets and since the start of the job, for its log. A batch
 * that Spark tries again is counted again; the exact counts of a market are in its candles.
 */
final class TradeCounters implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(TradeCounters.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final LongAccumulator trades;
  private final LongAccumulator outOfOrder;
  private final LongAccumulator late;
  private final LongAccumulator repeated;
  private final LongAccumulator malformed;
  private final LongAccumulator written;

  TradeCounters(SparkContext spark) {
    trades = spark.longAccumulator("trades");
    outOfOrder = spark.longAccumulator("trades out of order");
    late = spark.longAccumulator("trades too late");
    repeated = spark.longAccumulator("trades repeated");
    malformed = spark.longAccumulator("records that are no trades");
    written = spark.longAccumulator("alerts and candles");
  }

  /** As metrics of the job. */
  void publish() {
    JobMetrics.gauge("trades-total", trades::value);
    JobMetrics.gauge("trades-out-of-order-total", outOfOrder::value);
    JobMetrics.gauge("trades-late-total", late::value);
    JobMetrics.gauge("trades-repeated-total", repeated::value);
    JobMetrics.gauge("trades-malformed-total", malformed::value);
  }

  void add(Counts counts, int records) {
    trades.add(counts.trades());
    outOfOrder.add(counts.outOfOrder());
    late.add(counts.late());
    repeated.add(counts.repeated());
    written.add(records);
  }

  void malformed(int records) {
    malformed.add(records);
  }

  /** Logs them, when they have changed, at most a line every half minute, and at the end. */
  StreamingQueryListener log() {
    return new StreamingQueryListener() {
      private long lastLine = System.nanoTime();
      private String last = line();

      @Override
      public void onQueryStarted(QueryStartedEvent event) {}

      @Override
      public void onQueryProgress(QueryProgressEvent event) {
        if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
          write();
        }
      }

      @Override
      public void onQueryTerminated(QueryTerminatedEvent event) {
        write();
      }

      private void write() {
        String now = line();
        if (!now.equals(last)) {
          LOG.info("{}", now);
          last = now;
        }
        lastLine = System.nanoTime();
      }
    };
  }

  private String line() {
    return "%d trades so far, %d of them out of order and %d too late; besides, %d repeated and %d malformed; %d alerts and candles"
        .formatted(
            trades.value(),
            outOfOrder.value(),
            late.value(),
            repeated.value(),
            malformed.value(),
            written.value());
  }
}
