package io.bellwether.connect.nomics.source.api;

import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.util.List;

/**
 * What one page brought that is new, oldest first.
 *
 * @param steps the trades
 * @param end the position after the page; it can be ahead of that of the last trade
 * @param more whether there may be more to ask for at once
 * @param stuck whether the service could not get any further: the page was as long as it can be and
 *     brought nothing new
 * @param gaps where ids are missing, in order
 */
public record TradePage(
    List<Step> steps, TradePosition end, boolean more, boolean stuck, List<IdGap> gaps) {
  /** A trade and the position after it. */
  public record Step(Trade trade, TradePosition after) {}

  /** No trade, but the position may have moved. */
  static TradePage nothing(TradePosition end, boolean more) {
    return new TradePage(List.of(), end, more, false, List.of());
  }
}
