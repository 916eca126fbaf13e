package io.bellwether.standin.trades;

import java.util.ArrayList;
import java.util.List;

/** What is kept of one market. Guarded by itself. */
final class MarketLog {
  final Market market;
  final List<Trade> trades = new ArrayList<>();
  long forgotten;
  long nextId = 1;

  MarketLog(Market market) {
    this.market = market;
  }

  /** Makes a trade the next one. */
  synchronized Trade next(Draft draft) {
    long id = draft.id() == null ? nextId : draft.id();
    if (id < nextId) {
      throw new IllegalArgumentException(market + " has had id " + id + " already");
    }
    long cursor = Trade.nanos(draft.time());
    if (!trades.isEmpty()) {
      Trade last = trades.get(trades.size() - 1);
      if (draft.time().isBefore(last.time())) {
        throw new IllegalArgumentException(
            market + ": " + draft.time() + " is before " + last.time());
      }
      cursor = Math.max(cursor, last.cursor() + 1);
    }
    return new Trade(id, draft.time(), draft.price(), draft.volume(), draft.side(), cursor);
  }

  /** Keeps it, and forgets the oldest ones beyond the most. */
  synchronized void keep(Trade trade, int most) {
    trades.add(trade);
    nextId = trade.id() + 1;
    // A quarter more, so that moving the rest is not done for every trade.
    if (trades.size() > most + most / 4L) {
      int surplus = trades.size() - most;
      trades.subList(0, surplus).clear();
      forgotten += surplus;
    }
  }

  /** The next ids are never given to a trade. */
  synchronized void skip(int ids) {
    nextId += ids;
  }

  synchronized long count() {
    return forgotten + trades.size();
  }
}
