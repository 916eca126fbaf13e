package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.Tape;
import io.bellwether.standin.trades.Trade;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Nomics v1: {@code /trades}, {@code /markets}, {@code /exchanges} and {@code
 * /exchange-markets/ticker}. The service is gone; its OpenAPI specification is what compatible
 * servers keep to.
 */
final class NomicsDialect implements Dialect {
  private static final String NAME = "nomics";
  private static final String ROOT = "/v1/";
  private static final int MOST = 2_500;
  private static final int USUAL = 100;

  /** The specification says a short period. */
  private static final Duration TIMED_OUT = Duration.ofSeconds(2);

  private final MarketStore store;
  private final NomicsListings listings;
  private final String key;
  private final RateLimit limits;

  NomicsDialect(MarketStore store, Options options) {
    this.store = store;
    this.listings = new NomicsListings(store);
    this.key = options.nomicsKey();
    this.limits =
        new WindowLimit(
            options.rateLimits(),
            Duration.ofSeconds(1),
            options.nomicsPerSecond(),
            TIMED_OUT,
            Bans.none());
  }

  @Override
  public Optional<Route> route(Query query) {
    return switch (query.path()) {
      case ROOT + "trades" -> route("trades", this::trades);
      case ROOT + "markets" -> route("markets", listing(listings::markets));
      case ROOT + "exchanges" -> route("exchanges", listing(listings::exchanges));
      case ROOT + "exchange-markets/ticker" ->
          route(
              "ticker",
              (asked, fault) -> {
                ArrayNode all = listings.ticker(asked);
                return NomicsFormat.render(NomicsListings.page(all, asked), asked)
                    .with("X-Pagination-Total-Items", all.size());
              });
      default -> Optional.empty();
    };
  }

  private static Route.Work listing(Function<Query, ArrayNode> list) {
    return (asked, fault) -> NomicsFormat.render(list.apply(asked), asked);
  }

  /** The key is looked at before anything else. */
  private Optional<Route> route(String call, Route.Work work) {
    return Optional.of(
        new Route(
            NAME + "." + call,
            NAME,
            1,
            Map.of(),
            (query, fault) -> {
              if (!query.text("key").orElse("").equals(key)) {
                throw new Refused(
                    Reply.text(
                        401,
                        "text/plain",
                        "Authentication information is missing or invalid",
                        "unauthorized"));
              }
              return work.answer(query, fault);
            }));
  }

  private Reply trades(Query query, PageFault fault) {
    String exchange = query.text("exchange").orElseThrow(() -> NomicsFormat.bad("exchange"));
    String market = query.text("market").orElseThrow(() -> NomicsFormat.bad("market"));
    int limit = NomicsFormat.between(query, "limit", 1, MOST, USUAL);
    boolean ascending =
        switch (query.text("order").orElse("desc")) {
          case "asc" -> true;
          case "desc" -> false;
          default -> throw NomicsFormat.bad("order");
        };
    Optional<Instant> from = query.text("from").map(NomicsDialect::time);
    // An unknown market has no trades; the specification knows no other answer.
    List<Trade> page =
        store
            .byNativeId(exchange, market)
            .map(found -> page(store.tape(found, query.at()), ascending, from, limit))
            .orElse(new ArrayList<>());
    ArrayNode body = Json.array();
    for (Trade trade : fault.spoil(page)) {
      body.addObject()
          .put("id", Long.toString(trade.id()))
          .put("timestamp", trade.time().toString())
          .put("price", trade.price().toPlainString())
          .put("volume", trade.volume().toPlainString());
    }
    return NomicsFormat.render(body, query).holding(body.size());
  }

  private static List<Trade> page(Tape tape, boolean ascending, Optional<Instant> from, int limit) {
    if (ascending) {
      Instant start = from.orElse(Instant.MIN);
      return tape.oldest(trade -> !trade.time().isBefore(start), limit);
    }
    Instant start = from.orElse(Instant.MAX);
    List<Trade> page = tape.newestBefore(trade -> trade.time().isAfter(start), limit);
    Collections.reverse(page);
    return page;
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notOne) {
      throw NomicsFormat.bad("from");
    }
  }

  @Override
  public RateLimit limits() {
    return limits;
  }

  @Override
  public Reply tooMany(Refusal refusal, Instant now) {
    return Reply.text(429, "text/plain", "Too many requests", "rate limited");
  }

  @Override
  public Reply failed(String word) {
    return Reply.text(500, "text/plain", "Internal server error", "internal error");
  }
}
