package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Coinbase Exchange's REST API (docs.cdp.coinbase.com/exchange). A page holds the newest trades,
 * newest first, within two ids: {@link CoinbasePages} makes that a reading from old to new.
 */
final class CoinbaseDialect implements Dialect {
  @Override
  public String name() {
    return "coinbase";
  }

  @Override
  public String title() {
    return "Coinbase Exchange";
  }

  @Override
  public String url() {
    return "https://api.exchange.coinbase.com/";
  }

  @Override
  public int longestPage() {
    return 1_000;
  }

  @Override
  public double requestsPerSecond() {
    return 10;
  }

  @Override
  public Query markets() {
    return Query.of("products");
  }

  @Override
  public List<Market> markets(JsonNode answer) {
    List<Market> markets = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer, "the list of products")) {
      String base = TradeJson.text(row.get("base_currency"), "base_currency");
      String quote = TradeJson.text(row.get("quote_currency"), "quote_currency");
      markets.add(
          new Market(
              name(),
              base + "/" + quote,
              base,
              quote,
              TradeJson.text(row.get("id"), "id"),
              row.path("status").asText("online").equals("online")));
    }
    return markets;
  }

  @Override
  public Query trades(Market market, TradePosition from, int pageSize) {
    Query page =
        Query.page("products/" + market.symbol() + "/trades", pageSize).with("limit", pageSize);
    OptionalLong after = CoinbasePages.below(from, pageSize);
    if (after.isPresent()) {
      return page.with("after", after.getAsLong());
    }
    return from.id().isPresent() ? page.with("before", from.id().getAsLong()) : page;
  }

  @Override
  public TradePage trades(Market market, TradePosition from, Query asked, JsonNode answer) {
    List<Trade> rows = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer, "the page of trades")) {
      rows.add(
          new Trade(
              String.valueOf(TradeJson.id(row.get("trade_id"), "trade_id")),
              TradeJson.time(row.get("time"), "time"),
              TradeJson.decimal(row.get("price"), "price"),
              TradeJson.decimal(row.get("size"), "size"),
              taker(row.path("side").asText())));
    }
    return CoinbasePages.page(
        from, IdPages.sorted(rows), rows.size() >= asked.limit(), asked.limit());
  }

  /** Coinbase tells the side of the maker. */
  private static Optional<Side> taker(String maker) {
    return switch (maker) {
      case "buy" -> Optional.of(Side.SELL);
      case "sell" -> Optional.of(Side.BUY);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Refusal> refusal(int status, JsonNode answer) {
    String message = answer.path("message").asText().toLowerCase(Locale.ROOT);
    return message.contains("rate limit")
        ? Optional.of(Refusal.of(Refusal.Kind.LIMITED, "rate limit"))
        : Optional.empty();
  }
}
