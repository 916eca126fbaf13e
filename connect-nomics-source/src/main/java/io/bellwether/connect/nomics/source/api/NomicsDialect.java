package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers that speak Nomics v1, as its {@code spec.yaml} (github.com/nomics-crypto/nomics-api-docs)
 * describes. Pages by time, inclusive: where more trades have one time than a page holds, a longer
 * page is asked for, up to the longest there is.
 */
final class NomicsDialect implements Dialect {
  private static final TimePages PAGES = new TimePages(Duration.ZERO, false);

  @Override
  public String name() {
    return "nomics";
  }

  @Override
  public String title() {
    return "Nomics";
  }

  @Override
  public String url() {
    return "https://api.nomics.com/v1/";
  }

  @Override
  public int longestPage() {
    return 2_500;
  }

  @Override
  public double requestsPerSecond() {
    return 1;
  }

  @Override
  public boolean needsKey() {
    return true;
  }

  @Override
  public Query markets() {
    return Query.of("markets");
  }

  @Override
  public List<Market> markets(JsonNode answer) {
    List<Market> markets = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer, "the list of markets")) {
      String name = TradeJson.text(row.get("market"), "market");
      markets.add(
          new Market(
              TradeJson.text(row.get("exchange"), "exchange"),
              name,
              TradeJson.text(row.get("base"), "base"),
              TradeJson.text(row.get("quote"), "quote"),
              name,
              true));
    }
    return markets;
  }

  @Override
  public Query trades(Market market, TradePosition from, int pageSize) {
    int limit = Math.min(longestPage(), pageSize + from.seen().size());
    return Query.page("trades", limit)
        .with("exchange", market.exchange())
        .with("market", market.symbol())
        .with("limit", limit)
        .with("order", "asc")
        .with("from", PAGES.from(from));
  }

  @Override
  public TradePage trades(Market market, TradePosition from, Query asked, JsonNode answer) {
    List<Trade> rows = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer, "the page of trades")) {
      rows.add(
          new Trade(
              TradeJson.text(row.get("id"), "id"),
              TradeJson.time(row.get("timestamp"), "timestamp"),
              TradeJson.decimal(row.get("price"), "price"),
              TradeJson.decimal(row.get("volume"), "volume"),
              Optional.empty()));
    }
    return PAGES.page(from, rows, rows.size() >= asked.limit());
  }
}
