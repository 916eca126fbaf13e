package io.bellwether.connect.nomics.source.api;

import io.bellwether.connect.nomics.source.api.TradePage.Step;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Pages of services that page by time: the next page begins with the time at which the last ended,
 * so that trades of that time come again and are known by their ids. Where a service's times are
 * less exact than what it pages by, the next page begins a little earlier.
 *
 * @param overlap how much earlier
 * @param numbered whether ids are numbers that grow by one in each market
 */
record TimePages(Duration overlap, boolean numbered) {
  private static final Comparator<Trade> BY_ID =
      Comparator.comparingInt((Trade trade) -> trade.id().length()).thenComparing(Trade::id);
  private static final Comparator<Trade> BY_TIME =
      Comparator.comparing(Trade::time).thenComparing(BY_ID);

  /** From where to ask. */
  Instant from(TradePosition position) {
    Instant time = position.timestamp().orElse(Instant.EPOCH);
    boolean isStart = position.seen().isEmpty();
    return isStart ? time : later(time.minus(overlap), Instant.EPOCH);
  }

  /** What is new in a page. */
  TradePage page(TradePosition from, List<Trade> rows, boolean full) {
    List<Trade> sorted = rows.stream().sorted(BY_TIME).toList();
    Instant begin = from(from);
    Set<String> done = new HashSet<>(from.seen());
    List<Step> steps = new ArrayList<>();
    List<IdGap> gaps = new ArrayList<>();
    TradePosition position = from;
    OptionalLong highest = from.id();
    int window = 0;
    for (int n = 0; n < sorted.size(); n++) {
      Trade trade = sorted.get(n);
      if (trade.time().isBefore(begin) || !done.add(trade.id())) {
        continue;
      }
      if (numbered) {
        if (highest.isPresent() && trade.number() > highest.getAsLong() + 1) {
          gaps.add(new IdGap(steps.size(), highest.getAsLong() + 1, trade.number() - 1));
        }
        highest = OptionalLong.of(Math.max(trade.number(), highest.orElse(0)));
      }
      Instant time = later(trade.time(), from.timestamp().orElse(Instant.EPOCH));
      Instant around = time.minus(overlap).minus(overlap);
      while (sorted.get(window).time().isBefore(around)) {
        window++;
      }
      position = position.after(time, highest, around(from, around, sorted.subList(window, n + 1)));
      steps.add(new Step(trade, position));
    }
    return new TradePage(steps, position, full, full && steps.isEmpty(), gaps);
  }

  private static Set<String> around(TradePosition from, Instant around, List<Trade> rows) {
    boolean stillThere = from.timestamp().filter(time -> !time.isBefore(around)).isPresent();
    List<String> ids = rows.stream().map(Trade::id).toList();
    return stillThere ? from.seenAnd(ids) : new HashSet<>(ids);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
