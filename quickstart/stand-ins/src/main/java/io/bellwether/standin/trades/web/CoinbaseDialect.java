package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.Tape;
import io.bellwether.standin.trades.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coinbase Exchange's REST API: {@code /products} and their trades, newest first. */
final class CoinbaseDialect implements Dialect {
  private static final String EXCHANGE = "coinbase";
  private static final Pattern PRODUCT = Pattern.compile("/products/([^/]+)(/trades)?");
  private static final int MOST = 1_000;
  private static final int DECIMALS = 8;

  private final MarketStore store;
  private final boolean nextToCursor;
  private final RateLimit limits;

  CoinbaseDialect(MarketStore store, Options options) {
    this.store = store;
    this.nextToCursor = options.nextToCursor();
    this.limits = new TokenBucket(options.rateLimits(), 10, 15, Duration.ZERO);
  }

  @Override
  public Optional<Route> route(Query query) {
    if (query.path().equals("/products")) {
      return Optional.of(route("products", Map.of(), (asked, fault) -> products()));
    }
    Matcher product = PRODUCT.matcher(query.path());
    if (!product.matches()) {
      return Optional.empty();
    }
    String id = product.group(1);
    Map<String, String> parameters = Map.of("product_id", id);
    return Optional.of(
        product.group(2) == null
            ? route("product", parameters, (asked, fault) -> Reply.json(product(market(id))))
            : route("trades", parameters, (asked, fault) -> trades(market(id), asked, fault)));
  }

  private static Route route(String call, Map<String, String> parameters, Route.Work work) {
    return new Route(EXCHANGE + "." + call, EXCHANGE, 1, parameters, work);
  }

  private Reply products() {
    ArrayNode body = Json.array();
    store.markets(EXCHANGE).forEach(market -> body.add(product(market)));
    return Reply.json(body);
  }

  private static ObjectNode product(Market market) {
    return Json.object()
        .put("id", market.nativeId())
        .put("base_currency", market.base())
        .put("quote_currency", market.quote())
        .put("quote_increment", "0.00000001")
        .put("base_increment", "0.00000001")
        .put("display_name", market.nativeId())
        .put("min_market_funds", "1")
        .put("margin_enabled", false)
        .put("post_only", false)
        .put("limit_only", false)
        .put("cancel_only", false)
        .put("status", "online")
        .put("status_message", "")
        .put("trading_disabled", false)
        .put("fx_stablecoin", false)
        .put("auction_mode", false);
  }

  private Reply trades(Market market, Query query, PageFault fault) {
    Tape tape = store.tape(market, query.at());
    // More than the most is answered with the most.
    int limit = (int) Math.max(1, Math.min(MOST, number(query, "limit").orElse((long) MOST)));
    Optional<Long> before = number(query, "before");
    Optional<Long> after = number(query, "after");
    List<Trade> page;
    if (before.isPresent() && after.isPresent()) {
      page = tape.newestBefore(trade -> trade.id() >= after.get(), limit);
      page.removeIf(trade -> trade.id() <= before.get());
    } else if (before.isPresent() && nextToCursor) {
      page = tape.oldest(trade -> trade.id() > before.get(), limit);
    } else if (before.isPresent()) {
      page = tape.newest(limit);
      page.removeIf(trade -> trade.id() <= before.get());
    } else if (after.isPresent()) {
      page = tape.newestBefore(trade -> trade.id() >= after.get(), limit);
    } else {
      page = tape.newest(limit);
    }
    Collections.reverse(page);
    ArrayNode body = Json.array();
    fault.spoil(page).forEach(trade -> body.add(trade(trade)));
    Reply reply = Reply.json(body).holding(body.size());
    return page.isEmpty()
        ? reply
        : reply
            .with("CB-BEFORE", page.get(0).id())
            .with("CB-AFTER", page.get(page.size() - 1).id());
  }

  /** The side that Coinbase tells is the maker's. */
  private static ObjectNode trade(Trade trade) {
    return Json.object()
        .put("trade_id", trade.id())
        .put("side", trade.side() == Side.BUY ? "sell" : "buy")
        .put("size", Json.decimal(trade.volume(), DECIMALS))
        .put("price", Json.decimal(trade.price(), DECIMALS))
        .put("time", trade.time().toString());
  }

  private Market market(String id) {
    return store.byNativeId(EXCHANGE, id).orElseThrow(() -> new Refused(message(404, "NotFound")));
  }

  private static Optional<Long> number(Query query, String name) {
    try {
      return query.number(name);
    } catch (NumberFormatException notOne) {
      throw new Refused(message(400, name + " is not a valid positive integer value"));
    }
  }

  private static Reply message(int status, String message) {
    return Reply.error(status, Json.object().put("message", message), message);
  }

  @Override
  public RateLimit limits() {
    return limits;
  }

  @Override
  public Reply tooMany(Refusal refusal, Instant now) {
    return message(429, "Public rate limit exceeded");
  }

  @Override
  public Reply failed(String word) {
    return message(500, "Internal server error");
  }
}
