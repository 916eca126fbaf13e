package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** A trade and where it stands in the topic. */
record Arrival(Trade trade, int partition, long offset, long due) {
  private static final Comparator<Arrival> IN_TOPIC =
      Comparator.comparingInt(Arrival::partition).thenComparingLong(Arrival::offset);

  private static final Comparator<Arrival> BY_TIME =
      Comparator.comparingLong(Arrival::due)
          .thenComparingInt(Arrival::partition)
          .thenComparingLong(Arrival::offset);

  /**
   * In an order that is always the same: each market's trades as they stand in the topic, and those
   * of several markets merged by time. Spark hands them over in any.
   */
  static List<Arrival> inOrder(Iterator<Row> rows) {
    List<Arrival> arrivals = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      arrivals.add(
          new Arrival(TradeRows.trade(row), TradeRows.partition(row), TradeRows.offset(row), 0));
    }
    if (arrivals.size() < 2) {
      return arrivals;
    }
    arrivals.sort(IN_TOPIC);
    Map<String, Long> clocks = new HashMap<>();
    // A market whose clock goes back must not be overtaken by itself.
    arrivals.replaceAll(
        arrival ->
            arrival.dueAt(
                clocks.merge(
                    arrival.trade.market().key(),
                    arrival.trade.at(),
                    (was, now) -> Math.max(was, now))));
    arrivals.sort(BY_TIME);
    return arrivals;
  }

  private Arrival dueAt(long at) {
    return new Arrival(trade, partition, offset, at);
  }
}
