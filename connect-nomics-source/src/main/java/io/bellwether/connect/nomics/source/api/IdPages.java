package io.bellwether.connect.nomics.source.api;

import io.bellwether.connect.nomics.source.api.TradePage.Step;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Pages of services whose ids are numbers that grow by one in each market. */
final class IdPages {
  private IdPages() {}

  /** By id, each once. */
  static List<Trade> sorted(List<Trade> rows) {
    List<Trade> sorted = new ArrayList<>();
    rows.stream()
        .sorted(Comparator.comparingLong(Trade::number))
        .filter(row -> sorted.isEmpty() || last(sorted).number() != row.number())
        .forEach(sorted::add);
    return sorted;
  }

  /**
   * What is new in a page: ids above that of the position, or, where it has none, trades from its
   * time on.
   */
  static TradePage page(TradePosition from, List<Trade> rows, boolean full) {
    List<Step> steps = new ArrayList<>();
    List<IdGap> gaps = new ArrayList<>();
    TradePosition position = from;
    for (Trade trade : sorted(rows)) {
      if (!isNew(position, trade)) {
        continue;
      }
      OptionalLong before = position.id();
      if (before.isPresent() && trade.number() > before.getAsLong() + 1) {
        gaps.add(new IdGap(steps.size(), before.getAsLong() + 1, trade.number() - 1));
      }
      position = position.after(trade.number(), trade.time());
      steps.add(new Step(trade, position));
    }
    return new TradePage(steps, position, full, full && steps.isEmpty(), gaps);
  }

  private static boolean isNew(TradePosition position, Trade trade) {
    return position.id().isPresent()
        ? trade.number() > position.id().getAsLong()
        : !trade.time().isBefore(position.timestamp().orElse(Instant.EPOCH));
  }

  static Trade last(List<Trade> trades) {
    return trades.get(trades.size() - 1);
  }
}
