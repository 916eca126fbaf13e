package io.bellwether.connect.nomics.source.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * How many trades a second a market is expected to have. Counts and the time they took are kept
 * with a half-life, so that a market that wakes up is noticed soon and one quiet hour does not
 * count for ever.
 */
final class TradeRate {
  private static final double HALF_LIFE_SECONDS = 1_800;

  /**
   * What one page tells of counts for no longer than this: years without a trade, as before the
   * first one of a market that is read from its beginning, must not outweigh the hours after it.
   */
  private static final double LONGEST_SECONDS = 2 * HALF_LIFE_SECONDS;

  private static final double NANOS = 1e9;

  /** So that a market without a trade so far is thought to be quiet and not to be dead. */
  private static final double DOUBT = 0.5;

  private double trades;
  private double seconds;
  private double burst;

  /**
   * @param perSecond what is known from earlier; 0 when nothing is
   */
  TradeRate(double perSecond) {
    seconds = perSecond > 0 ? HALF_LIFE_SECONDS : 0;
    trades = perSecond * seconds;
  }

  /**
   * Takes a page into account.
   *
   * @param from up to when the market had been read before
   * @param to up to when it has been read now
   */
  void read(Reading page, Instant from, Instant to) {
    double span = span(page, from, to);
    double kept = Math.pow(0.5, span / HALF_LIFE_SECONDS);
    double weight = Math.min(1, LONGEST_SECONDS / span);
    trades = trades * kept + page.trades() * weight;
    seconds = seconds * kept + span * weight;
    burst = page.more() ? page.trades() / span : 0;
  }

  /**
   * After a long silence of ours the page's own times tell more than the silence does: a market
   * that is read from its beginning did not trade evenly since then.
   */
  private static double span(Reading page, Instant from, Instant to) {
    double since = seconds(from, to);
    boolean isLong = page.more() || since > LONGEST_SECONDS;
    double span = isLong && page.trades() > 1 ? seconds(page.first().orElse(from), to) : since;
    return Math.max(span, 1e-3);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }

  /** Trades a second, for a long time to come. */
  double perSecond() {
    return (trades + DOUBT) / (seconds + 1);
  }

  /** How long the next so many trades take; while a burst is read, at its speed. */
  Duration timeFor(double count) {
    double nanos = count / Math.max(perSecond(), burst) * NANOS;
    return Duration.ofNanos((long) Math.min(nanos, Long.MAX_VALUE / 4.0));
  }
}
