package io.bellwether.connect.nomics.source.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides which market is asked next. It is a value machine: no clock, no thread, no service.
 *
 * <ol>
 *   <li>A market whose staleness bound would be passed comes first. Readings are a request's time
 *       apart, so are their bounds, and so each can wait for its last moment.
 *   <li>Else a market of which a well-filled page is expected by now, in the order in which they
 *       were filled.
 *   <li>Else a market that was never read, so that busy ones are found; else the one whose page
 *       will be filled soonest. How well filled is well enough follows from whether requests are
 *       left over: it falls while there are and grows while markets wait. Quiet markets, whose page
 *       would not be filled within the bound, count as filled at their bound.
 * </ol>
 *
 * A decision and a report cost O(log markets).
 *
 * @param <M> a market, with an equality of its own
 */
public final class MarketSchedule<M> {
  private static final double EMPTIEST = 0.001;
  private static final double LESS = 0.98;
  private static final double MORE = 1.3;
  private static final int LONG_WAIT_SLOTS = 10;

  private final Pace pace;
  private final Duration bound;
  private final Duration slot;
  private final Duration spread;
  private final Map<M, Turn<M>> turns = new HashMap<>();
  private final TreeSet<Turn<M>> byDeadline =
      new TreeSet<>(
          Comparator.comparing((Turn<M> turn) -> turn.deadline).thenComparing(Turn.ORDER));
  private final TreeSet<Turn<M>> byFill =
      new TreeSet<>(Comparator.comparing((Turn<M> turn) -> turn.filled).thenComparing(Turn.ORDER));

  /** Those that are not in {@code byFill} because they are to be left alone for now. */
  private final TreeSet<Turn<M>> resting =
      new TreeSet<>(
          Comparator.comparing((Turn<M> turn) -> turn.notBefore).thenComparing(Turn.ORDER));

  private double fill = 1;
  private int unread;

  /**
   * @param pace what there is to work with; a bound that cannot be kept is stretched
   * @param markets how many will be added
   */
  public MarketSchedule(Pace pace, int markets) {
    this.pace = pace;
    this.slot = pace.slot();
    Duration least = slot.multipliedBy(markets + 1L);
    Duration safe = pace.staleness().minus(slot.multipliedBy(2));
    this.bound = safe.compareTo(least) > 0 ? safe : least;
    this.spread = bound.dividedBy(Math.max(1, markets));
  }

  /**
   * Adds a market; the first readings are spread over the bound.
   *
   * @param rate trades a second, as far as known from earlier; 0 when it was never read
   * @param coveredTo up to when it has been read; now or the start where that is not known
   */
  public void add(M market, double rate, Instant coveredTo, Instant now) {
    Turn<M> turn = new Turn<>(market, turns.size(), rate, coveredTo);
    turns.put(market, turn);
    turn.deadline = now.plus(spread.multipliedBy(turns.size()));
    turn.known = rate > 0;
    turn.notBefore = now;
    turn.filled = turn.known ? filledAt(turn, now) : Instant.MAX;
    unread += turn.known ? 0 : 1;
    enter(turn);
  }

  /** The market to ask now; empty when all were asked a short while ago. It must be reported. */
  public Optional<M> next(Instant now) {
    if (byDeadline.isEmpty()) {
      return Optional.empty();
    }
    wake(now);
    Turn<M> oldest = byDeadline.first();
    if (!oldest.deadline.isAfter(now.plus(slot))) {
      return take(oldest);
    }
    if (byFill.isEmpty()) {
      return Optional.empty();
    }
    Turn<M> fullest = byFill.first();
    if (!fullest.filled.isAfter(now)) {
      if (fullest.filled.isBefore(now.minus(slot.multipliedBy(LONG_WAIT_SLOTS)))) {
        fill = Math.min(1, fill * MORE);
      }
      return take(fullest);
    }
    if (unread > 0 && !oldest.known && !oldest.notBefore.isAfter(now)) {
      return take(oldest);
    }
    fill = Math.max(EMPTIEST, fill * LESS);
    return take(fullest);
  }

  private void wake(Instant now) {
    while (!resting.isEmpty() && !resting.first().notBefore.isAfter(now)) {
      byFill.add(resting.pollFirst());
    }
  }

  /** How long {@link #next} will give nothing. */
  public Duration idle(Instant now) {
    if (byDeadline.isEmpty()) {
      return Duration.ofDays(1);
    }
    if (!byFill.isEmpty()) {
      return Duration.ZERO;
    }
    Instant bounded = byDeadline.first().deadline.minus(slot);
    Instant open = resting.first().notBefore;
    Instant first = bounded.isBefore(open) ? bounded : open;
    return first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO;
  }

  /** A market was read. */
  public void read(M market, Reading page, Instant now) {
    Turn<M> turn = turns.get(market);
    Instant to = page.more() ? page.last().filter(now::isAfter).orElse(now) : now;
    turn.rate.read(page, turn.coveredTo, to);
    turn.coveredTo = to;
    turn.lastRead = now;
    turn.deadline = now.plus(bound);
    turn.notBefore = page.more() ? now : now.plus(pace.shortest());
    turn.filled = filledAt(turn, now);
    know(turn);
    enter(turn);
  }

  /** A market could not be read, and is to be left alone for so long; its bound waits as well. */
  public void failed(M market, Duration pause, Instant now) {
    Turn<M> turn = turns.get(market);
    turn.notBefore = now.plus(pause);
    turn.deadline = later(turn.deadline, turn.notBefore);
    enter(turn);
  }

  /** More of a market is to be asked for after a moment; the page just read does not count. */
  public void again(M market, Duration pause, Instant now) {
    Turn<M> turn = turns.get(market);
    turn.notBefore = now.plus(pause);
    turn.deadline = later(turn.deadline, turn.notBefore);
    turn.filled = turn.notBefore;
    enter(turn);
  }

  /** A market cannot be read for now: it is asked again when its bound comes, and not before. */
  public void setAside(M market, Instant now) {
    Turn<M> turn = turns.get(market);
    turn.deadline = now.plus(bound);
    turn.notBefore = turn.deadline;
    know(turn);
    enter(turn);
  }

  /** Trades a second that a market is expected to have. */
  public double rate(M market) {
    return turns.get(market).rate.perSecond();
  }

  /** How long the market was not read whose bound comes next; zero while it never was. */
  public Duration staleness(Instant now) {
    return byDeadline.isEmpty() || byDeadline.first().lastRead == null
        ? Duration.ZERO
        : Duration.between(byDeadline.first().lastRead, now);
  }

  /** The bound that is kept. */
  public Duration bound() {
    return bound;
  }

  private Instant filledAt(Turn<M> turn, Instant now) {
    Duration time = turn.rate.timeFor(pace.pageSize());
    double share = Math.min((double) time.toNanos(), (double) bound.toNanos()) * fill;
    return later(turn.coveredTo.plusNanos((long) share), now);
  }

  private void know(Turn<M> turn) {
    unread -= turn.known ? 0 : 1;
    turn.known = true;
  }

  private void enter(Turn<M> turn) {
    byDeadline.add(turn);
    resting.add(turn);
  }

  private Optional<M> take(Turn<M> turn) {
    byDeadline.remove(turn);
    byFill.remove(turn);
    resting.remove(turn);
    return Optional.of(turn.market);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
