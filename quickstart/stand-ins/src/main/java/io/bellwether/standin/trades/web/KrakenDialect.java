package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.trades.KrakenNames;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.Tape;
import io.bellwether.standin.trades.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kraken's spot API, as far as public trades go: {@code Trades}, {@code AssetPairs} and {@code
 * Time}. What goes wrong is said in {@code error}, with HTTP 200.
 *
 * <p>{@code since} is the {@code last} of the page before, exclusive; that differs from the time in
 * the rows, which has fewer decimals.
 */
final class KrakenDialect implements Dialect {
  private static final String EXCHANGE = "kraken";
  private static final String ROOT = "/0/public/";
  private static final int MOST = 1_000;
  private static final int PRICE_DECIMALS = 5;
  private static final int VOLUME_DECIMALS = 8;
  private static final int TIME_DECIMALS = 7;

  /** Two at once, so that calls a second apart are well whatever the network does to them. */
  private static final double BURST = 2;

  /** The documents say a few seconds. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final MarketStore store;
  private final RateLimit limits;

  KrakenDialect(MarketStore store, Options options) {
    this.store = store;
    this.limits = new TokenBucket(options.rateLimits(), options.krakenPerSecond(), BURST, PAUSE);
  }

  @Override
  public Optional<Route> route(Query query) {
    return switch (query.path()) {
      case ROOT + "Time" -> route("Time", EXCHANGE, (asked, fault) -> time(asked));
      case ROOT + "AssetPairs" -> route("AssetPairs", EXCHANGE, (asked, fault) -> pairs(asked));
      case ROOT + "Trades" ->
          // Limited by address and pair; everything else by address alone.
          route("Trades", EXCHANGE + " " + query.text("pair").orElse(""), this::trades);
      default -> Optional.empty();
    };
  }

  private static Optional<Route> route(String call, String limit, Route.Work work) {
    return Optional.of(new Route(EXCHANGE + "." + call, limit, 1, Map.of(), work));
  }

  private static Reply time(Query query) {
    return result(Json.object().put("unixtime", query.at().getEpochSecond()));
  }

  private Reply pairs(Query query) {
    List<String> asked = query.list("pair");
    List<Market> markets =
        asked.isEmpty() ? store.markets(EXCHANGE) : asked.stream().map(this::market).toList();
    ObjectNode result = Json.object();
    for (Market market : markets) {
      result
          .putObject(KrakenNames.key(market))
          .put("altname", KrakenNames.altname(market))
          .put("wsname", KrakenNames.wsname(market))
          .put("aclass_base", "currency")
          .put("base", KrakenNames.asset(market.base()))
          .put("aclass_quote", "currency")
          .put("quote", KrakenNames.asset(market.quote()))
          .put("lot", "unit")
          .put("pair_decimals", PRICE_DECIMALS)
          .put("lot_decimals", VOLUME_DECIMALS)
          .put("lot_multiplier", 1)
          .put("ordermin", "0.0001")
          .put("status", "online");
    }
    return result(result);
  }

  private Reply trades(Query query, PageFault fault) {
    Market market =
        market(query.text("pair").orElseThrow(() -> refused("EGeneral:Invalid arguments")));
    Tape tape = store.tape(market, query.at());
    int count = count(query);
    Optional<Long> since = number(query, "since");
    List<Trade> page =
        since.isPresent()
            ? tape.oldest(trade -> trade.cursor() > since.get(), count)
            : tape.newest(count);
    ObjectNode result = Json.object();
    ArrayNode rows = result.putArray(KrakenNames.key(market));
    fault.spoil(page).forEach(trade -> row(rows.addArray(), trade));
    // An empty page repeats what was asked for.
    long last = page.isEmpty() ? since.orElse(0L) : page.get(page.size() - 1).cursor();
    result.put("last", Long.toString(last));
    return result(result).holding(rows.size());
  }

  private static void row(ArrayNode row, Trade trade) {
    BigDecimal seconds =
        BigDecimal.valueOf(trade.timeNanos(), 9)
            .setScale(TIME_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    row.add(Json.decimal(trade.price(), PRICE_DECIMALS))
        .add(Json.decimal(trade.volume(), VOLUME_DECIMALS))
        .add(seconds.scale() < 0 ? seconds.setScale(0) : seconds)
        .add(trade.side() == Side.BUY ? "b" : "s")
        .add("m")
        .add("")
        .add(trade.id());
  }

  private static int count(Query query) {
    long count = number(query, "count").orElse((long) MOST);
    if (count < 1 || count > MOST) {
      throw refused("EGeneral:Invalid arguments:count");
    }
    return (int) count;
  }

  private static Optional<Long> number(Query query, String name) {
    try {
      return query.number(name);
    } catch (NumberFormatException notOne) {
      throw refused("EGeneral:Invalid arguments:" + name);
    }
  }

  /** By any of the pair's three names. */
  private Market market(String name) {
    return store
        .byNativeId(EXCHANGE, name)
        .or(
            () ->
                store.markets(EXCHANGE).stream()
                    .filter(
                        market ->
                            KrakenNames.altname(market).equals(name)
                                || KrakenNames.wsname(market).equals(name))
                    .findFirst())
        .orElseThrow(() -> refused("EQuery:Unknown asset pair"));
  }

  private static Reply result(JsonNode result) {
    ObjectNode body = Json.object();
    body.putArray("error");
    body.set("result", result);
    return Reply.json(body);
  }

  private static Refused refused(String word) {
    return new Refused(error(word));
  }

  private static Reply error(String word) {
    ObjectNode body = Json.object();
    body.putArray("error").add(word);
    return Reply.error(200, body, word);
  }

  @Override
  public RateLimit limits() {
    return limits;
  }

  @Override
  public Reply tooMany(Refusal refusal, Instant now) {
    return error("EAPI:Rate limit exceeded");
  }

  @Override
  public Reply failed(String word) {
    return error(word);
  }
}
