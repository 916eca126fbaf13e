package io.bellwether.quickstart.page.trades;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has been heard of one market. Not for several threads. */
final class MarketBook {
  private static final int KEPT_BARS = 240;
  private static final int KEPT_ALERTS = 50;

  private final String key;
  private final String exchange;
  private final String name;
  private final TreeMap<Long, Bar> bars = new TreeMap<>();
  private final TreeSet<Long> changedBars = new TreeSet<>();
  private final Deque<TradesMeasures.Alert> alerts = new ArrayDeque<>();
  private final List<TradesMeasures.Alert> newAlerts = new ArrayList<>();
  private long trades;
  private long lastId = Long.MIN_VALUE;
  private String price;
  private boolean changed;

  MarketBook(String key, JsonNode value) {
    this.key = key;
    this.exchange = value.path("exchange").asText();
    this.name = value.path("base").asText() + "/" + value.path("quote").asText();
  }

  /**
   * Takes a trade; false if it stood in the topic already. Ids rise within a market, and all of its
   * trades stand in one partition in their order.
   */
  boolean trade(JsonNode trade, Instant time) {
    long id = trade.path("id").asLong(Long.MAX_VALUE);
    if (id <= lastId) {
      return false;
    }
    // Ids that are no numbers cannot be compared, and none of them counts as doubled.
    lastId = id == Long.MAX_VALUE ? lastId : id;
    trades++;
    price = trade.path("price").asText();
    double at = Double.parseDouble(price);
    double volume = Double.parseDouble(trade.path("volume").asText("0"));
    Bar minute = bars.get(Bar.minute(time));
    if (minute == null) {
      put(Bar.of(time, at, volume));
    } else if (!minute.told()) {
      put(minute.plus(at, volume));
    }
    changed = true;
    return true;
  }

  void candle(Bar candle) {
    put(candle);
    changed = true;
  }

  void alert(TradesMeasures.Alert alert) {
    alerts.addLast(alert);
    if (alerts.size() > KEPT_ALERTS) {
      alerts.removeFirst();
    }
    newAlerts.add(alert);
    changed = true;
  }

  private void put(Bar bar) {
    bars.put(bar.start(), bar);
    changedBars.add(bar.start());
    if (bars.size() > KEPT_BARS) {
      bars.pollFirstEntry();
    }
  }

  long trades() {
    return trades;
  }

  boolean hasChanged() {
    return changed;
  }

  TradesMeasures.Market all() {
    return market(bars.values(), List.copyOf(alerts));
  }

  /** What has changed since the last call. */
  TradesMeasures.Market changes() {
    changedBars.removeIf(start -> !bars.containsKey(start));
    TradesMeasures.Market market =
        market(changedBars.stream().map(bars::get).toList(), List.copyOf(newAlerts));
    changedBars.clear();
    newAlerts.clear();
    changed = false;
    return market;
  }

  private TradesMeasures.Market market(Collection<Bar> some, List<TradesMeasures.Alert> told) {
    return new TradesMeasures.Market(
        key, exchange, name, trades, price, some.stream().map(Bar::row).toList(), told);
  }
}
