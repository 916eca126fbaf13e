package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import java.time.InstantSource;

/** What a task tells of itself, besides its calls. */
final class XMeters {
  private XMeters() {}

  static ReadMeters reading(Meters meters, InstantSource clock) {
    ReadMeters reading =
        new ReadMeters(
            meters,
            clock,
            "Records of posts, and of gaps.",
            "Pages of posts that were searched.",
            "Stretches of time that were not read, because X no longer shows them.");
    reading.withLive("the filtered stream is open, else 0; always 0 in mode=search.");
    return reading;
  }

  static void spending(Meters meters, Spending spending) {
    meters.gauge(
        "posts-read-today", "Posts that X bills, read on this UTC day.", spending::thatDay);
    meters.gauge(
        "posts-read-this-period",
        "Posts that X bills, read in this billing period.",
        spending::thatPeriod);
    meters.gauge(
        "waiting-for-bound",
        "1 while max.posts.per.day or max.posts.per.month is reached and X is not asked, else 0.",
        () -> spending.isWaiting() ? 1 : 0);
    meters.gauge(
        "usage-capped",
        "1 while X's own cap of posts is met (UsageCapExceeded) and X is not asked, else 0.",
        () -> spending.isCapped() ? 1 : 0);
  }
}
