package io.bellwether.connect.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What every source task tells of its reading, besides its calls. */
public final class ReadMeters {
  private final InstantSource clock;
  private final Counter records;
  private final Counter pages;
  private final Counter gaps;
  private volatile Instant caughtUp;
  private volatile boolean live;

  /**
   * @param records what a record is of, a page and a gap likewise: descriptions for a person
   */
  public ReadMeters(Meters meters, InstantSource clock, String records, String pages, String gaps) {
    this.clock = clock;
    this.caughtUp = clock.instant();
    this.records = meters.counter("records-total", records);
    this.pages = meters.counter("pages-total", pages);
    this.gaps = meters.counter("gaps-total", gaps);
    meters.gauge(
        "lag-seconds",
        "Seconds since everything was last known to be read to its end; 0 while a connection"
            + " brings what is new.",
        () -> live ? 0 : Duration.between(caughtUp, clock.instant()).toSeconds());
  }

  /** So many records are on their way. */
  public void emitted(int count) {
    records.add(count);
  }

  /** A page was read. */
  public void page() {
    pages.increment();
  }

  /** Something was missed, or may have been. */
  public void gap() {
    gaps.increment();
  }

  /** Everything is read to its end. */
  public void caughtUp() {
    caughtUp = clock.instant();
  }

  /** Whether a connection brings what is new. */
  public void live(boolean now) {
    live = now;
  }

  /** Whether a connection brings what is new. */
  public boolean isLive() {
    return live;
  }
}
