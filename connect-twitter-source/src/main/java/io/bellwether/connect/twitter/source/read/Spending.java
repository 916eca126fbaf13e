package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.twitter.source.offset.Spent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a task may read, in posts a day and a billing period, all its queries together. What each
 * query has read is in its position, and so outlives restarts; which posts were read today is
 * remembered only while the task runs, so that a restart counts too much rather than too little.
 */
final class Spending {
  private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

  /** X gives no smaller pages; with fewer posts left, one would break the bound. */
  static final int SMALLEST_PAGE = 10;

  /** A day's posts of the most that X allows a month, twice over. */
  private static final int MOST_REMEMBERED = 200_000;

  private final SpendingBounds bounds;
  private final InstantSource clock;
  private final List<Supplier<Spent>> queries = new ArrayList<>();
  private final Set<String> readToday = new HashSet<>();
  private LocalDate rememberedDay = LocalDate.EPOCH;
  private volatile Optional<Instant> cappedUntil = Optional.empty();
  private volatile boolean waiting;

  Spending(SpendingBounds bounds, InstantSource clock) {
    this.bounds = bounds;
    this.clock = clock;
  }

  /** One more query spends. */
  void add(Supplier<Spent> query) {
    queries.add(query);
  }

  /** Today in UTC. */
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private LocalDate period(LocalDate today) {
    LocalDate start = today.withDayOfMonth(bounds.billingDay());
    return start.isAfter(today) ? start.minusMonths(1) : start;
  }

  /** Rolls a count on to today. */
  Spent now(Spent spent) {
    LocalDate today = today();
    return spent.on(today, period(today));
  }

  /** Which of these posts X bills: those not read before on this day. */
  int billed(Collection<String> ids) {
    LocalDate today = today();
    if (!today.equals(rememberedDay) || readToday.size() > MOST_REMEMBERED) {
      readToday.clear();
      rememberedDay = today;
    }
    return (int) ids.stream().filter(readToday::add).count();
  }

  /** Posts read today, all queries together. */
  long thatDay() {
    return queries.stream().mapToLong(query -> now(query.get()).thatDay()).sum();
  }

  /** Posts read in this billing period, all queries together. */
  long thatPeriod() {
    return queries.stream().mapToLong(query -> now(query.get()).thatPeriod()).sum();
  }

  /** How many posts may be asked for at once, given how many are wanted; 0 for none. */
  int allowed(int wanted) {
    long left =
        Math.min(
            bounds.perDay().orElse(Long.MAX_VALUE) - thatDay(),
            bounds.perPeriod().orElse(Long.MAX_VALUE) - thatPeriod());
    return left < SMALLEST_PAGE ? 0 : (int) Math.min(wanted, left);
  }

  /** When X may be asked for posts again; empty for now. */
  Optional<Instant> pausedUntil() {
    Instant now = clock.instant();
    cappedUntil = cappedUntil.filter(until -> until.isAfter(now));
    Optional<Instant> bound = boundUntil();
    if (bound.isPresent() && !waiting) {
      LOG.warn(
          "A bound of the configuration is reached: {} posts were read today and {} in this"
              + " billing period. No post is asked for before {}.",
          thatDay(),
          thatPeriod(),
          bound.get());
    }
    waiting = bound.isPresent();
    return cappedUntil.isPresent() ? cappedUntil : bound;
  }

  private Optional<Instant> boundUntil() {
    if (bounds.perPeriod().isPresent()
        && bounds.perPeriod().getAsLong() - thatPeriod() < SMALLEST_PAGE) {
      return Optional.of(nextPeriod());
    }
    if (bounds.perDay().isPresent() && bounds.perDay().getAsLong() - thatDay() < SMALLEST_PAGE) {
      return Optional.of(nextDay());
    }
    return Optional.empty();
  }

  /**
   * X says that the project's cap is met.
   *
   * @return until when
   */
  Instant capped(boolean daily) {
    Instant until = daily ? nextDay() : nextPeriod();
    LOG.warn(
        "X's own cap of posts is reached (UsageCapExceeded). X is not asked before {}. When the"
            + " cap was raised, stop the connector and remove capped_until from its offsets.",
        until);
    cappedUntil = Optional.of(until);
    return until;
  }

  /** A cap that was met before the task started. */
  void resume(Optional<Instant> until) {
    if (until.isPresent() && (cappedUntil.isEmpty() || until.get().isAfter(cappedUntil.get()))) {
      cappedUntil = until;
    }
  }

  boolean isCapped() {
    return cappedUntil.filter(until -> until.isAfter(clock.instant())).isPresent();
  }

  boolean isWaiting() {
    return waiting;
  }

  private Instant nextDay() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Instant nextPeriod() {
    return period(today()).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
