package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binance's spot REST API for market data (github.com/binance/binance-spot-api-docs, rest-api.md).
 * It serves aggregate trades, oldest first, from an id on, inclusive: what one order took at one
 * price is one trade here, and the ids are those of the aggregates.
 */
final class BinanceDialect implements Dialect {
  private static final int BAD_SYMBOL = -1121;
  private static final int TOO_MANY_REQUESTS = -1003;
  private static final int FORBIDDEN = 403;
  private static final Duration FIREWALL = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "binance";
  }

  @Override
  public String title() {
    return "Binance";
  }

  @Override
  public String url() {
    return "https://data-api.binance.vision/api/v3/";
  }

  @Override
  public int longestPage() {
    return 1_000;
  }

  /** 6,000 units of weight a minute, of which a page takes four; half of that. */
  @Override
  public double requestsPerSecond() {
    return 12;
  }

  @Override
  public Query markets() {
    return Query.of("exchangeInfo");
  }

  @Override
  public List<Market> markets(JsonNode answer) {
    List<Market> markets = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer.get("symbols"), "symbols")) {
      String base = TradeJson.text(row.get("baseAsset"), "baseAsset");
      String quote = TradeJson.text(row.get("quoteAsset"), "quoteAsset");
      markets.add(
          new Market(
              name(),
              base + "/" + quote,
              base,
              quote,
              TradeJson.text(row.get("symbol"), "symbol"),
              row.path("status").asText().equals("TRADING")));
    }
    return markets;
  }

  @Override
  public Query trades(Market market, TradePosition from, int pageSize) {
    Query page =
        Query.page("aggTrades", pageSize).with("symbol", market.symbol()).with("limit", pageSize);
    return from.id().isPresent()
        ? page.with("fromId", from.id().getAsLong() + 1)
        : page.with("startTime", from.timestamp().orElse(Instant.EPOCH).toEpochMilli());
  }

  @Override
  public TradePage trades(Market market, TradePosition from, Query asked, JsonNode answer) {
    List<Trade> rows = new ArrayList<>();
    for (JsonNode row : TradeJson.array(answer, "the page of trades")) {
      rows.add(
          new Trade(
              String.valueOf(TradeJson.id(row.get("a"), "a")),
              TradeJson.millis(row.get("T"), "T"),
              TradeJson.decimal(row.get("p"), "p"),
              TradeJson.decimal(row.get("q"), "q"),
              taker(row.get("m"))));
    }
    return IdPages.page(from, rows, rows.size() >= asked.limit());
  }

  /** Where the buyer made the order, the taker sold. */
  private static Optional<Side> taker(JsonNode buyerIsMaker) {
    return buyerIsMaker == null || !buyerIsMaker.isBoolean()
        ? Optional.empty()
        : Optional.of(buyerIsMaker.asBoolean() ? Side.SELL : Side.BUY);
  }

  @Override
  public Optional<Refusal> refusal(int status, JsonNode answer) {
    int code = answer.path("code").asInt();
    if (code == TOO_MANY_REQUESTS) {
      return Optional.of(Refusal.of(Refusal.Kind.LIMITED, String.valueOf(code)));
    }
    if (code == BAD_SYMBOL) {
      return Optional.of(Refusal.of(Refusal.Kind.MARKET, code + " Invalid symbol"));
    }
    return status == FORBIDDEN
        ? Optional.of(new Refusal(Refusal.Kind.LIMITED, "firewall", FIREWALL))
        : Optional.empty();
  }
}
