package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Tape;
import io.bellwether.standin.trades.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What Nomics tells of exchanges and markets. */
final class NomicsListings {
  private static final int PAGE = 100;

  private final MarketStore store;

  NomicsListings(MarketStore store) {
    this.store = store;
  }

  ArrayNode markets(Query query) {
    ArrayNode body = Json.array();
    store.markets().stream()
        .filter(market -> query.text("exchange").map(market.exchange()::equals).orElse(true))
        .filter(among(query, "base", Market::base))
        .filter(among(query, "quote", Market::quote))
        .forEach(
            market ->
                body.addObject()
                    .put("exchange", market.exchange())
                    .put("market", market.nativeId())
                    .put("base", market.base())
                    .put("quote", market.quote()));
    return body;
  }

  ArrayNode exchanges(Query query) {
    List<String> ids = query.list("ids");
    ArrayNode body = Json.array();
    store.markets().stream()
        .map(Market::exchange)
        .distinct()
        .filter(id -> ids.isEmpty() || ids.contains(id))
        .forEach(
            id ->
                body.addObject()
                    .put("id", id)
                    .put("capability_markets", true)
                    .put("capability_trades", true)
                    .put("capability_trades_by_timestamp", true)
                    .put("capability_trades_snapshot", false)
                    .put("capability_orders_snapshot", false)
                    .put("capability_candles", false)
                    .put("capability_ticker", true)
                    .put("integrated", false)
                    .put("name", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1))
                    .put("centralized", true)
                    .put("decentralized", false));
    return body;
  }

  /** Prices in the quote currency only: there are no exchange rates here. */
  ArrayNode ticker(Query query) {
    ArrayNode body = Json.array();
    store.markets().stream()
        .filter(among(query, "exchange", Market::exchange))
        .filter(among(query, "market", Market::nativeId))
        .filter(among(query, "base", Market::base))
        .filter(among(query, "quote", Market::quote))
        .forEach(market -> body.add(ticker(market, query.at())));
    return body;
  }

  private ObjectNode ticker(Market market, Instant now) {
    Tape tape = store.tape(market, now);
    Instant dayAgo = now.minus(Duration.ofDays(1));
    List<Trade> day = tape.oldest(trade -> !trade.time().isBefore(dayAgo), Integer.MAX_VALUE);
    ObjectNode row =
        Json.object()
            .put("exchange", market.exchange())
            .put("market", market.nativeId())
            .put("type", "spot")
            .put("aggregated", false)
            .put("base", market.base())
            .put("quote", market.quote())
            .put("base_symbol", market.base())
            .put("quote_symbol", market.quote())
            .put("status", day.isEmpty() ? "inactive" : "active")
            .put("total_trades", Long.toString(tape.count()));
    tape.newest(1)
        .forEach(
            last ->
                row.put("price_quote", last.price().toPlainString())
                    .put("last_updated", last.time().toString()));
    tape.oldest(trade -> true, 1).forEach(first -> row.put("first_trade", first.time().toString()));
    BigDecimal volume = day.stream().map(Trade::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    row.putObject("1d")
        .put("volume_base", volume.toPlainString())
        .put("trades", Integer.toString(day.size()));
    return row;
  }

  /** The rows of the page that was asked for. */
  static ArrayNode page(ArrayNode all, Query query) {
    int size = NomicsFormat.between(query, "per-page", 1, PAGE, PAGE);
    int page = NomicsFormat.between(query, "page", 1, Integer.MAX_VALUE, 1);
    ArrayNode rows = Json.array();
    for (long row = (page - 1L) * size; row < Math.min(all.size(), (long) page * size); row++) {
      rows.add(all.get((int) row));
    }
    return rows;
  }

  private static Predicate<Market> among(
      Query query, String parameter, Function<Market, String> value) {
    List<String> wanted = query.list(parameter);
    return market -> wanted.isEmpty() || wanted.contains(value.apply(market));
  }
}
