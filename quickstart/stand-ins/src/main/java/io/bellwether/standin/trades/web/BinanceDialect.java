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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binance's spot API, as far as public market data goes: {@code exchangeInfo}, {@code aggTrades},
 * {@code ping} and {@code time}. An aggregate trade is one trade here; its id is not the trade's.
 */
final class BinanceDialect implements Dialect {
  private static final String EXCHANGE = "binance";
  private static final String ROOT = "/api/v3/";
  private static final int WEIGHT_PER_MINUTE = 6_000;
  private static final int MOST = 1_000;
  private static final int USUAL = 500;
  private static final int DECIMALS = 8;

  /** How far trade ids are ahead of aggregate ids. */
  private static final long OTHER_IDS = 1_652;

  /** How many calls after a 429 are let pass; the documents give no number. */
  private static final int PATIENCE = 10;

  private final MarketStore store;
  private final WindowLimit limits;

  BinanceDialect(MarketStore store, Options options) {
    this.store = store;
    Bans bans = new Bans(PATIENCE, Duration.ofMinutes(2), Duration.ofDays(3));
    this.limits =
        new WindowLimit(options.rateLimits(), Duration.ofMinutes(1), WEIGHT_PER_MINUTE, null, bans);
  }

  @Override
  public Optional<Route> route(Query query) {
    return switch (query.path()) {
      case ROOT + "ping" -> route("ping", 1, (asked, fault) -> Reply.json(Json.object()));
      case ROOT + "time" -> route("time", 1, (asked, fault) -> time(asked));
      case ROOT + "exchangeInfo" -> route("exchangeInfo", 20, (asked, fault) -> info(asked));
      case ROOT + "aggTrades" -> route("aggTrades", 4, this::trades);
      default -> Optional.empty();
    };
  }

  private static Optional<Route> route(String call, int weight, Route.Work work) {
    return Optional.of(new Route(EXCHANGE + "." + call, EXCHANGE, weight, Map.of(), work));
  }

  private static Reply time(Query query) {
    return Reply.json(Json.object().put("serverTime", stamp(query.at(), query)));
  }

  private Reply info(Query query) {
    List<Market> asked = new ArrayList<>();
    query.text("symbol").ifPresent(symbol -> asked.add(market(symbol)));
    query
        .text("symbols")
        .ifPresent(
            list -> {
              for (String symbol : list.replaceAll("[\\[\\]\"\\s]", "").split(",")) {
                asked.add(market(symbol));
              }
            });
    ObjectNode body =
        Json.object().put("timezone", "UTC").put("serverTime", stamp(query.at(), query));
    body.putArray("rateLimits")
        .addObject()
        .put("rateLimitType", "REQUEST_WEIGHT")
        .put("interval", "MINUTE")
        .put("intervalNum", 1)
        .put("limit", WEIGHT_PER_MINUTE);
    body.putArray("exchangeFilters");
    ArrayNode symbols = body.putArray("symbols");
    for (Market market : asked.isEmpty() ? store.markets(EXCHANGE) : asked) {
      ObjectNode symbol =
          symbols
              .addObject()
              .put("symbol", market.nativeId())
              .put("status", "TRADING")
              .put("baseAsset", market.base())
              .put("baseAssetPrecision", DECIMALS)
              .put("quoteAsset", market.quote())
              .put("quoteAssetPrecision", DECIMALS)
              .put("isSpotTradingAllowed", true)
              .put("isMarginTradingAllowed", false);
      symbol.putArray("permissions");
      symbol.putArray("permissionSets").addArray().add("SPOT");
    }
    return Reply.json(body);
  }

  private Reply trades(Query query, PageFault fault) {
    Tape tape =
        store.tape(market(query.text("symbol").orElseThrow(() -> missing("symbol"))), query.at());
    Optional<Long> fromId = number(query, "fromId");
    Optional<Instant> start = number(query, "startTime").map(BinanceDialect::instant);
    Optional<Instant> end = number(query, "endTime").map(BinanceDialect::instant);
    long asked = number(query, "limit").orElse((long) USUAL);
    if (asked < 1) {
      throw refused(-1130, "Data sent for parameter 'limit' is not valid.");
    }
    // More than the most is answered with the most.
    int limit = (int) Math.min(asked, MOST);
    if (fromId.isPresent() && (start.isPresent() || end.isPresent())) {
      throw refused(-1128, "Combination of optional parameters invalid.");
    }
    List<Trade> page;
    if (fromId.isPresent()) {
      page = tape.oldest(trade -> trade.id() >= fromId.get(), limit);
    } else if (start.isPresent()) {
      page = tape.oldest(trade -> !millisecond(trade).isBefore(start.get()), limit);
      end.ifPresent(last -> page.removeIf(trade -> millisecond(trade).isAfter(last)));
    } else if (end.isPresent()) {
      page = tape.newestBefore(trade -> millisecond(trade).isAfter(end.get()), limit);
    } else {
      page = tape.newest(limit);
    }
    ArrayNode body = Json.array();
    for (Trade trade : fault.spoil(page)) {
      body.addObject()
          .put("a", trade.id())
          .put("p", Json.decimal(trade.price(), DECIMALS))
          .put("q", Json.decimal(trade.volume(), DECIMALS))
          .put("f", trade.id() + OTHER_IDS)
          .put("l", trade.id() + OTHER_IDS)
          .put("T", stamp(trade.time(), query))
          .put("m", trade.side() == Side.SELL)
          .put("M", true);
    }
    return Reply.json(body).holding(body.size());
  }

  private Market market(String symbol) {
    return store.byNativeId(EXCHANGE, symbol).orElseThrow(() -> refused(-1121, "Invalid symbol."));
  }

  private static Optional<Long> number(Query query, String name) {
    try {
      return query.number(name);
    } catch (NumberFormatException notOne) {
      throw refused(
          -1100,
          "Illegal characters found in parameter '" + name + "'; legal range is '^[0-9]{1,20}$'.");
    }
  }

  /** Both milliseconds and microseconds are taken. */
  private static Instant instant(long stamp) {
    return stamp > 100_000_000_000_000L
        ? Instant.EPOCH.plusNanos(stamp * 1_000)
        : Instant.ofEpochMilli(stamp);
  }

  private static Instant millisecond(Trade trade) {
    return Instant.ofEpochMilli(trade.time().toEpochMilli());
  }

  private static long stamp(Instant time, Query query) {
    return query.microseconds()
        ? time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000
        : time.toEpochMilli();
  }

  private static Refused missing(String name) {
    return refused(
        -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
  }

  private static Refused refused(int code, String message) {
    return new Refused(error(400, code, message));
  }

  private static Reply error(int status, int code, String message) {
    return Reply.error(status, Json.object().put("code", code).put("msg", message), message);
  }

  @Override
  public RateLimit limits() {
    return limits;
  }

  @Override
  public Reply tooMany(Refusal refusal, Instant now) {
    String message =
        refusal.banned()
            ? "Way too much request weight used; IP banned until "
                + refusal.until().toEpochMilli()
                + ". Please use WebSocket Streams for live updates to avoid bans."
            : "Too much request weight used; current limit is "
                + WEIGHT_PER_MINUTE
                + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to"
                + " avoid polling the API.";
    return error(refusal.banned() ? 418 : 429, -1003, message)
        .with("Retry-After", refusal.seconds(now));
  }

  @Override
  public Reply failed(String word) {
    return error(500, -1000, "An unknown error occurred while processing the request.");
  }

  @Override
  public Reply finished(Reply reply, Instant now) {
    int used = limits.used(EXCHANGE, now);
    return reply.with("X-MBX-USED-WEIGHT", used).with("X-MBX-USED-WEIGHT-1M", used);
  }
}
