package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import java.time.Duration;
import java.time.InstantSource;

/** What a task tells of its reading, besides its calls. */
final class SourceMeters {
  private final ReadMeters reading;
  private volatile int setAside;
  private volatile Duration staleness = Duration.ZERO;

  /**
   * @param markets how many the task reads
   */
  SourceMeters(Meters meters, int markets, InstantSource clock) {
    reading =
        new ReadMeters(
            meters,
            clock,
            "Records of trades and gaps.",
            "Pages of trades that were read.",
            "Times that trades were not shown, or that a market could not be read.");
    meters.gauge("markets", "Markets that the task reads.", () -> markets);
    meters.gauge(
        "markets-set-aside",
        "Markets that cannot be read for now; each is tried again when its bound comes.",
        () -> setAside);
    meters.gauge(
        "staleness-seconds",
        "Seconds since the market was last read whose bound comes next.",
        () -> staleness.toSeconds());
  }

  ReadMeters reading() {
    return reading;
  }

  void setAside(int count) {
    setAside = count;
  }

  void staleness(Duration now) {
    staleness = now;
  }
}
