package io.bellwether.standin.trades;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The trades of one market as its exchange shows them at a moment, oldest first: what happens later
 * than that is not there yet. Reads copy; safe for use from several threads.
 */
public final class Tape {
  private final MarketLog log;
  private final Instant now;

  Tape(MarketLog log, Instant now) {
    this.log = log;
    this.now = now;
  }

  /** The oldest ones for which this holds, where it holds for all later ones too. */
  public List<Trade> oldest(Predicate<Trade> reached, int limit) {
    synchronized (log) {
      int from = first(reached);
      return copy(from, Math.min((long) from + limit, end()));
    }
  }

  /** The newest ones before the first one for which this holds, oldest first. */
  public List<Trade> newestBefore(Predicate<Trade> reached, int limit) {
    synchronized (log) {
      int to = Math.min(first(reached), end());
      return copy(Math.max(0, to - limit), to);
    }
  }

  /** The newest ones, oldest first. */
  public List<Trade> newest(int limit) {
    return newestBefore(trade -> false, limit);
  }

  /** How many there are, those forgotten included. */
  public long count() {
    synchronized (log) {
      return log.forgotten + end();
    }
  }

  /** How many happened at or after this time, of those not forgotten. */
  public int countSince(Instant time) {
    synchronized (log) {
      return Math.max(0, end() - first(trade -> !trade.time().isBefore(time)));
    }
  }

  private List<Trade> copy(int from, long to) {
    return from >= to ? List.of() : new ArrayList<>(log.trades.subList(from, (int) to));
  }

  private int end() {
    return first(trade -> trade.time().isAfter(now));
  }

  private int first(Predicate<Trade> reached) {
    int low = 0;
    int high = log.trades.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(log.trades.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
