package io.bellwether.connect.nomics.source.api;

import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.IdRange;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads from old to new although Coinbase gives the newest trades of a range. What came since an id
 * is asked for; if that is more than a page, the page's oldest id is remembered as known to be
 * there, and pages just above the last id are asked for until it is reached: ids have no holes, so
 * a page ends where the next one begins. There are no times to ask for: the id of the first trade
 * is searched by halving.
 */
final class CoinbasePages {
  private CoinbasePages() {}

  /** Below which id to ask for the newest trades; empty where it is to be all of them. */
  static OptionalLong below(TradePosition from, int limit) {
    if (from.id().isPresent()) {
      long id = from.id().getAsLong();
      return isKnown(from)
          ? OptionalLong.of(Math.min(id + limit + 1, from.until().getAsLong()))
          : OptionalLong.empty();
    }
    if (from.search().isEmpty()) {
      return OptionalLong.empty();
    }
    IdRange range = from.search().get();
    long rest = range.high() - range.low();
    return OptionalLong.of(rest <= limit ? range.high() : range.low() + rest / 2 + 1);
  }

  private static boolean isKnown(TradePosition from) {
    return from.until().isPresent() && from.until().getAsLong() > from.id().getAsLong() + 1;
  }

  /**
   * What a page brought.
   *
   * @param rows by id
   */
  static TradePage page(TradePosition from, List<Trade> rows, boolean full, int limit) {
    if (from.id().isEmpty()) {
      return search(from, rows, full, limit);
    }
    OptionalLong below = below(from, limit);
    if (below.isPresent()) {
      return upTo(from, below.getAsLong() - 1, rows);
    }
    boolean isTorn = full && rows.get(0).number() > from.id().getAsLong() + 1;
    return isTorn
        ? TradePage.nothing(from.knownFrom(OptionalLong.of(rows.get(0).number())), true)
        : IdPages.page(from.knownFrom(OptionalLong.empty()), rows, full);
  }

  /** All trades up to this id are in the page or are not there at all. */
  private static TradePage upTo(TradePosition from, long id, List<Trade> rows) {
    TradePage page = IdPages.page(from, rows, false);
    TradePosition end = page.end();
    List<IdGap> gaps = page.gaps();
    if (end.id().getAsLong() < id) {
      gaps.add(new IdGap(page.steps().size(), end.id().getAsLong() + 1, id));
      end = end.doneTo(id);
    }
    OptionalLong known = end.until().getAsLong() > id + 1 ? end.until() : OptionalLong.empty();
    return new TradePage(page.steps(), end.knownFrom(known), true, false, gaps);
  }

  private static TradePage search(TradePosition from, List<Trade> rows, boolean full, int limit) {
    Instant start = from.timestamp().orElse(Instant.EPOCH);
    if (from.search().isEmpty()) {
      return newest(from, start, rows, full);
    }
    IdRange range = from.search().get();
    long below = below(from, limit).getAsLong();
    if (rows.isEmpty() || IdPages.last(rows).time().isBefore(start)) {
      return narrowed(from, new IdRange(below - 1, range.high()));
    }
    if (!rows.get(0).time().isBefore(start)) {
      long oldest = rows.get(0).number();
      return narrowed(from, new IdRange(full ? range.low() : oldest - 1, oldest));
    }
    return found(from, lastBefore(start, rows), range.high());
  }

  private static TradePage newest(
      TradePosition from, Instant start, List<Trade> rows, boolean full) {
    if (rows.isEmpty()) {
      return TradePage.nothing(from.doneTo(0), false);
    }
    if (full && !rows.get(0).time().isBefore(start)) {
      return narrowed(from, new IdRange(0, rows.get(0).number()));
    }
    long before =
        rows.get(0).time().isBefore(start) ? lastBefore(start, rows) : rows.get(0).number() - 1;
    return IdPages.page(from.doneTo(before), rows, false);
  }

  private static TradePage narrowed(TradePosition from, IdRange range) {
    return range.high() - range.low() <= 1
        ? found(from, range.low(), range.high())
        : TradePage.nothing(from.searching(range), true);
  }

  private static TradePage found(TradePosition from, long id, long high) {
    return TradePage.nothing(from.doneTo(id).knownFrom(OptionalLong.of(high)), true);
  }

  private static long lastBefore(Instant start, List<Trade> rows) {
    return rows.stream()
        .filter(row -> row.time().isBefore(start))
        .mapToLong(Trade::number)
        .max()
        .orElseThrow();
  }
}
