package io.bellwether.connect.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What every source task tells of its reading, besides its calls. */
public final class ReadMeters {
  private final InstantSource clock;
  private final Counter records;
  private final Counter pages;
  private final Counter gaps;
  private final Meters meters;
  private volatile Optional<Counter> interruptions = Optional.empty();
  private volatile Instant caughtUp;
  private volatile boolean live;

  /**
   * @param records what a record is of, a page and a gap likewise: descriptions for a person
   */
  public ReadMeters(Meters meters, InstantSource clock, String records, String pages, String gaps) {
    this.meters = meters;
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

  /**
   * Of a source that may have a connection which brings what is new, besides reading what is there.
   *
   * @param connection what it is, and when there is none: for a person
   */
  public void withLive(String connection) {
    meters.gauge("live-connected", "1 while " + connection, () -> live ? 1 : 0);
    interruptions =
        Optional.of(
            meters.counter(
                "live-interruptions-total",
                "Times that the connection may have missed something; it is read after that."));
  }

  /** The connection may have missed something, which is going to be read. */
  public void interrupted() {
    interruptions.ifPresent(Counter::increment);
  }

  /** So many records are on their way. */
  public void emitted(int count) {
    records.add(count);
  }

  /** A page was read. */
  public void page() {
    pages.increment();
  }

  /** Something is not read and will not be. */
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
