package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.remote.RateBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often one method of Slack may be called. It begins with the configured rate, halves it each
 * time that Slack refuses, and after a quiet quarter of an hour tries a little more again. An app
 * that Slack gives only 15 messages a page has one request a minute (commercial apps outside of the
 * Marketplace); that small regime shows at once by its short pages.
 */
final class MethodBudget {
  private static final Logger LOG = LoggerFactory.getLogger(MethodBudget.class);
  private static final Duration QUIET = Duration.ofMinutes(15);
  private static final double SLOWEST = 1;

  /** How many messages a page has in the small regime. */
  static final int SMALL_PAGE = 15;

  private final String method;
  private final InstantSource clock;
  private final double most;
  private double perMinute;
  private RateBudget budget;
  private Instant refusedAt = Instant.MIN;
  private boolean small;

  /**
   * @param method for the log
   * @param most calls a minute
   */
  MethodBudget(String method, InstantSource clock, double most) {
    this.method = method;
    this.clock = clock;
    this.most = most;
    this.perMinute = most;
    this.budget = RateBudget.perMinute(clock, most);
  }

  synchronized Duration untilFree() {
    return budget.untilFree();
  }

  synchronized boolean tryTake() {
    Instant now = clock.instant();
    if (perMinute < most && Duration.between(refusedAt, now).compareTo(QUIET) > 0) {
      refusedAt = now;
      small = false;
      change(Math.min(most, perMinute * 1.5));
    }
    return budget.tryTake();
  }

  /** Calls a minute, for now. */
  synchronized double perMinute() {
    return perMinute;
  }

  /** Whether Slack treats the app as one of the small regime. */
  synchronized boolean isSmall() {
    return small;
  }

  /** There was trouble of another kind. */
  synchronized void pauseFor(Duration duration) {
    budget.pauseFor(duration);
  }

  /** Slack refused a call because there were too many. */
  synchronized void refused(Duration pause) {
    refusedAt = clock.instant();
    change(Math.max(Math.min(most, SLOWEST), perMinute / 2));
    budget.pauseFor(pause);
  }

  /** A page came that is not the last one although it is short. */
  synchronized void shortPage() {
    refusedAt = clock.instant();
    if (!small) {
      small = true;
      LOG.warn(
          "Slack gives this app only {} messages a page of {}: it is in the small regime of one"
              + " request a minute, and messages come late. An app that is internal to the"
              + " workspace has fifty.",
          SMALL_PAGE,
          method);
      change(Math.min(most, SLOWEST));
    }
  }

  private void change(double calls) {
    if (calls != perMinute) {
      LOG.info("{} is called at most {} times a minute from now on", method, calls);
      Duration wait = budget.untilFree();
      perMinute = calls;
      budget = RateBudget.perMinute(clock, calls);
      Duration interval = Duration.ofNanos((long) (60_000_000_000L / calls));
      budget.pauseFor(wait.compareTo(interval) > 0 ? wait : interval);
    }
  }
}
